package org.jiugai.tender;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.kernel.Money;

/**
 * A package as the forms of its tender show it.
 *
 * @param parts case number, name and part of the estimate
 * @param rounds earlier and present rounds
 * @param bids bidder and price
 * @param candidates those still in the running, best first
 * @param winner of the latest award
 * @param proposed first values of fields by name: the earliest lawful dates, the highest lawful ceiling, the price to expect
 */
public record TenderView(
        String packageNo,
        String name,
        PackageType type,
        ProcurementMethod method,
        Money estimate,
        List<List<String>> parts,
        List<List<String>> rounds,
        List<List<String>> bids,
        List<Candidate> candidates,
        Optional<Winner> winner,
        Map<String, String> proposed) {
    public record Candidate(int rank, String bidder, Money price) {}

    public record Winner(String bidder, Money price, String awardDate) {}

    static TenderView of(
            Packages.TenderPackage of,
            List<Packages.Part> parts,
            TenderRounds rounds,
            CaseManagement cases,
            Map<String, String> proposed) {
        boolean begun = rounds.count(of.id()) > 0;
        long round = begun ? rounds.current(of.id()).id() : 0;
        return new TenderView(
                of.packageNo(),
                of.name(),
                of.type(),
                of.method(),
                of.estimate(),
                parts.stream()
                        .map(p -> List.of(
                                cases.get(p.caseId()).caseNo(),
                                cases.get(p.caseId()).name(),
                                Money.ofFen(p.estimateFen()).shown(),
                                p.mustBasis()))
                        .toList(),
                rounds.history(of.id()),
                rounds.bids(round).stream()
                        .map(b -> List.of(b.bidder(), Money.ofFen(b.priceFen()).shown(), b.sealed() ? "完好" : "不完好"))
                        .toList(),
                rounds.candidates(round).stream()
                        .filter(TenderRounds.Candidate::isAvailable)
                        .map(c -> new Candidate(c.rank(), c.bidder(), Money.ofFen(c.priceFen())))
                        .toList(),
                winner(of.id(), begun, rounds),
                proposed);
    }

    private static Optional<Winner> winner(long packageId, boolean begun, TenderRounds rounds) {
        if (!begun) return Optional.empty();
        return rounds.findAward(packageId)
                .map(a -> new Winner(a.bidder(), a.price(), a.awardDate().toString()));
    }
}
