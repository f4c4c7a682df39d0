package org.jiugai.tender;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Finding;
import org.jiugai.kernel.Finding.Severity;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.Share;
import org.jiugai.organisation.Office;
import org.jiugai.tender.TenderLaw.Limit;
import org.jspecify.annotations.Nullable;

/** Rules of task 33: TT13, the price, and for works contracts the terms of payment, retention and warranty (book 2.5, 2.6). */
final class ContractRules {
    private static final String WITH_THE_WINNER = "招标投标法第46条";
    private final Function<String, Limit> law;
    private final ToIntFunction<ContractForm.WarrantyItem> warrantyMonths;
    private final TenderRules timetable;

    ContractRules(
            Function<String, Limit> law,
            ToIntFunction<ContractForm.WarrantyItem> warrantyMonths,
            TenderRules timetable) {
        this.law = law;
        this.warrantyMonths = warrantyMonths;
        this.timetable = timetable;
    }

    Faults check(ContractForm form, PackageType type, TenderRounds.Award award, List<Office> firms) {
        if (form.decision() == ContractForm.Decision.REFUSED) {
            return new Faults().require(ProcurementRules.filled(form.comment()), "comment", "【意见说明】拒签的必须说明情况");
        }
        LocalDate signed = form.signDate();
        Money price = form.contractPrice();
        Integer duration = form.duration();
        Optional<Office> firm = firm(form.contractorOffice(), firms);
        Limit signing = law.apply("TT13");
        Faults faults = new Faults()
                .require(ProcurementRules.filled(form.contractNo()), "contractNo", "【合同编号】必须填写")
                .require(firm.isPresent(), "contractorOffice", "【签约单位】须在本地登记的单位中选择")
                .require(
                        firm.isEmpty() || isWinner(firm.get(), award) || ProcurementRules.filled(form.firmReason()),
                        "contractorOffice",
                        "【签约单位】应为中标人“" + award.bidder() + "”；不一致的（如联合体牵头人签约）须填写【签约单位与中标人不一致的理由】（" + WITH_THE_WINNER
                                + "）")
                .require(signed != null, "signDate", "【签订日期】必须填写")
                .require(price != null && price.isPositive(), "contractPrice", "【合同价】必须填写且大于0")
                .require(
                        price == null || price.equals(award.price()) || ProcurementRules.filled(form.comment()),
                        "contractPrice",
                        "【合同价】应等于中标价" + award.price().shown() + "元；因澄清调整的须在意见说明中写明")
                .require(duration != null && duration >= 1, "duration", "【工期】必须填写，至少1日")
                .require(form.contractDoc() != null && !form.contractDoc().isEmpty(), "contractDoc", "【合同文本】必须上传");
        if (signed != null) {
            faults.require(!signed.isBefore(award.awardDate()), "signDate", "【签订日期】不得早于中标通知书日期")
                    .require(
                            !timetable.signedLate(award.awardDate(), signed)
                                    || ProcurementRules.filled(form.lateReason()),
                            "lateReason",
                            "【逾期签订理由】超过中标通知书发出之日起" + signing.value() + "日，必须说明理由（R-TT13，" + signing.basis() + "）");
        }
        if (type.isWorks()) works(form, faults);
        return faults;
    }

    private static Optional<Office> firm(@Nullable String officeId, List<Office> firms) {
        return firms.stream().filter(office -> office.id().equals(officeId)).findFirst();
    }

    /** Bidders are written as their bids name them; spaces and the width of brackets make no other firm. */
    private static boolean isWinner(Office firm, TenderRounds.Award award) {
        return plain(firm.name()).equals(plain(award.bidder()));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private void works(ContractForm form, Faults faults) {
        Limit retention = law.apply("PAY2");
        Limit months = law.apply("PAY4");
        Integer agreed = form.retentionMonths();
        Share share = Percents.share(form.retentionPct());
        required(form.labourRatio(), "labourRatio", "人工费比例", faults);
        required(form.advancePct(), "advancePct", "预付款比例", faults);
        required(form.progressPct(), "progressPct", "进度款比例", faults);
        required(form.retentionPct(), "retentionPct", "质保金比例", faults);
        faults.require(
                        !share.isMoreThan(new Share(retention.value(), 100))
                                || ProcurementRules.filled(form.retentionReason()),
                        "retentionReason",
                        "【质保金超限理由】质保金超过" + retention.value() + "%的必须说明理由（PAY2，" + retention.basis() + "）")
                .require(
                        agreed != null && agreed >= 1 && agreed <= months.value(),
                        "retentionMonths",
                        "【缺陷责任期】应为1至" + months.value() + "个月（" + months.basis() + "）")
                .require(form.performanceBondType() != null, "performanceBondType", "【履约担保形式】必须选择")
                .require(
                        form.performanceBondType() != ContractForm.BondType.CASH || share.equals(Share.ZERO),
                        "performanceBondType",
                        "【履约担保形式】已收现金履约保证金的，不得同时预留质保金（PAY3，建质〔2017〕138号第6条）")
                .require(!form.warrantyTerms().isEmpty(), "warrantyTerms", "【保修条款】至少填写一项");
        for (int i = 0; i < form.warrantyTerms().size(); i++) {
            ContractForm.WarrantyTerm term = form.warrantyTerms().get(i);
            int least = warrantyMonths.applyAsInt(term.item());
            faults.require(
                    term.months() >= least,
                    "warrantyTerms[" + i + "].months",
                    "【保修条款 第" + (i + 1) + "行 保修月数】不得少于法定最低" + least + "个月");
        }
    }

    private static void required(@Nullable String percent, String field, String label, Faults faults) {
        faults.require(ProcurementRules.filled(percent), field, "【" + label + "】施工和EPC合同必须填写")
                .require(!Percents.share(percent).isMoreThan(Share.WHOLE), field, "【" + label + "】不得超过100");
    }

    /** What a lawful but unusual contract owes an explanation for. */
    List<Finding> findings(
            SignedTerms terms, ContractForm form, PackageType type, TenderRounds.Award award, Office firm) {
        List<Finding> findings = new ArrayList<>();
        String contract = "合同" + terms.contractNo();
        if (!isWinner(firm, award)) {
            findings.add(new Finding(
                    "R-WINNER",
                    Severity.WARN,
                    contract + "与" + firm.name() + "签订，中标人为" + award.bidder() + "，理由：" + terms.firmReason(),
                    WITH_THE_WINNER));
        }
        if (timetable.signedLate(award.awardDate(), terms.signedOn())) {
            findings.add(new Finding(
                    "R-TT13",
                    Severity.WARN,
                    contract + "于" + terms.signedOn() + "签订，中标通知书" + award.awardDate() + "，理由：" + form.lateReason(),
                    law.apply("TT13").basis()));
        }
        if (!type.isWorks()) return findings;
        Limit progress = law.apply("PAY1");
        if (new Share(progress.value(), 100).isMoreThan(terms.progress())) {
            findings.add(new Finding(
                    "PAY1",
                    Severity.WARN,
                    contract + "进度款比例" + terms.progress().percent() + "%，低于" + progress.value() + "%",
                    progress.basis()));
        }
        Limit retention = law.apply("PAY2");
        if (terms.retention().isMoreThan(new Share(retention.value(), 100))) {
            findings.add(new Finding(
                    "PAY2",
                    Severity.WARN,
                    contract + "质保金比例" + terms.retention().percent() + "%，高于" + retention.value() + "%，理由："
                            + form.retentionReason(),
                    retention.basis()));
        }
        return findings;
    }
}
