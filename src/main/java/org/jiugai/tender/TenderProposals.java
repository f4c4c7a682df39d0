package org.jiugai.tender;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiugai.kernel.Money;
import org.jspecify.annotations.Nullable;

/** What the forms of a tender propose: the earliest lawful dates, the highest lawful ceiling, the best candidate's price. */
record TenderProposals(
        TenderRules rules, LocalDate today, Packages.TenderPackage of, @Nullable Money reviewed, TenderRounds rounds) {
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("saleStart", today + "T09:00");
        values.put("saleEnd", rules.earliestEnd(today, "TT1") + "T17:00");
        values.put("bidDeadline", rules.earliestEnd(today, "TT3") + "T10:00");
        values.put("ceilingPrice", (reviewed == null ? of.estimate() : Money.min(reviewed, of.estimate())).yuan());
        if (rounds.count(of.id()) > 0) ofRound(rounds.current(of.id()), values);
        return values;
    }

    private void ofRound(TenderRounds.Round round, Map<String, String> values) {
        LocalDate reported = rounds.reportDate(round.id())
                .orElse(later(today, round.bidDeadline().toLocalDate()));
        LocalDate published = later(today, reported);
        LocalDate shown = rules.earliestEnd(published, "TT10");
        values.put("ceilingPrice", round.ceiling().yuan());
        values.put("openTime", round.bidDeadline().toString());
        values.put("reportDate", reported.toString());
        values.put("noticeStart", published.toString());
        values.put("noticeEnd", shown.toString());
        values.put("awardDate", shown.plusDays(1).toString());
        List<TenderRounds.Candidate> left = rounds.candidates(round.id()).stream()
                .filter(TenderRounds.Candidate::isAvailable)
                .toList();
        if (!left.isEmpty())
            values.put("awardPrice", Money.ofFen(left.get(0).priceFen()).yuan());
        rounds.findAward(of.id()).ifPresent(award -> {
            values.put("contractPrice", award.price().yuan());
            values.put("signDate", later(today, award.awardDate()).toString());
        });
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
