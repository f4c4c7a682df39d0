package org.jiugai.survey;

import java.util.List;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.survey.HouseholdSurveyForm.Building;

/** What the survey counted in a community, beside the figures with which the case was opened. */
record Recount(CaseCommunity community, int households, int buildings) {
    static Recount of(HouseholdSurveyForm form, CaseCommunity community) {
        List<Building> rows = form.buildings().stream()
                .filter(row -> row.communityId() == community.communityId())
                .toList();
        return new Recount(
                community, rows.stream().mapToInt(Building::households).sum(), rows.size());
    }

    boolean differs() {
        return households != community.households() || buildings != community.buildings();
    }

    String shown() {
        return community.name() + "立案 " + community.households() + " 户、" + community.buildings() + " 栋，复核 " + households
                + " 户、" + buildings + " 栋";
    }
}
