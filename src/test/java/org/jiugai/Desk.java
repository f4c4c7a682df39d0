package org.jiugai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jiugai.kernel.Money;

/**
 * What a clerk without objections types into each form: the values and options that the server offers, the required fields, plain
 * agreement. A test that means something else overrides the fields that it means.
 */
public final class Desk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final CaseRun run;
    private final Map<String, BiFunction<JsonNode, Map<String, Object>, Map<String, Object>>> habits =
            new LinkedHashMap<>();

    Desk(CaseRun run) {
        this.run = run;
        consultation();
        vote();
        review();
        formalities();
        tender();
        works();
        money();
        acceptance();
        warranty();
    }

    /** The fields for the form of the oldest open task of this kind. */
    public Map<String, Object> fields(String form) {
        return fields(form, run.view(form).json());
    }

    Map<String, Object> fields(String form, JsonNode view) {
        BiFunction<JsonNode, Map<String, Object>, Map<String, Object>> habit = habits.get(form);
        if (habit == null) throw new AssertionError("nobody knows how to fill " + form + ": " + view);
        return habit.apply(view, new LinkedHashMap<>());
    }

    private void on(String form, BiFunction<JsonNode, Map<String, Object>, Map<String, Object>> habit) {
        habits.put(form, habit);
    }

    private void vote() {
        on("set-up-vote", (view, f) -> {
            List<Map<String, Object>> items = rows(view, "items");
            items.forEach(row -> row.put("content", "同意方案中的此项内容"));
            f.put("organiser", "居民委员会");
            f.put("items", items);
            return f;
        });
        on("confirm-vote", (view, f) -> {
            f.put("decision", "CONFIRMED");
            return f;
        });
        on("notify-owners", (view, f) -> {
            f.put("noticeDate", today());
            f.put("committeeInformed", today());
            f.put("voteStart", run.today().plusDays(15) + "T09:00");
            f.put("voteEnd", run.today().plusDays(25) + "T18:00");
            f.put("contact", "社区居委会 0564-0000000");
            f.put("photos", List.of(run.upload()));
            return f;
        });
        on("decide-failed-vote", (view, f) -> {
            f.put("decision", "REVISE");
            f.put("comment", "取消未通过的事项");
            return f;
        });
        on("count-votes", (view, f) -> {
            f.put("witnesses", List.of(Map.of("name", "监票甲"), Map.of("name", "监票乙")));
            f.put("prelimNoticeDays", 3);
            f.put("countSheets", List.of(run.upload()));
            return f;
        });
    }

    /** A photo of every door. */
    private List<Map<String, Object>> photographed(JsonNode view, String table) {
        List<Map<String, Object>> doors = rows(view, table);
        doors.forEach(row -> row.put("photos", List.of(run.upload())));
        return doors;
    }

    private void consultation() {
        on("household-survey", (view, f) -> {
            boolean heard = run.everybodySupports();
            List<Map<String, Object>> buildings =
                    rows(heard ? run.view("household-survey").json() : view, "buildings");
            Map<Object, Integer> rest = new LinkedHashMap<>();
            Map<Object, Integer> open = new LinkedHashMap<>();
            run.communities().forEach(c -> {
                rest.put(String.valueOf(c.communityId()), c.households());
                open.put(String.valueOf(c.communityId()), c.buildings());
            });
            if (heard) f.put("differenceReason", "以底账为准");
            else
                buildings.forEach(row -> {
                    String community = String.valueOf(row.get("communityId"));
                    int left = open.merge(community, -1, Integer::sum) + 1;
                    int share = rest.get(community) / left;
                    rest.merge(community, -share, Integer::sum);
                    row.put("households", share);
                    row.put("surveyed", row.get("households"));
                    row.put("supporting", row.get("households"));
                    row.put("notReached", 0);
                });
            f.put("surveyedOn", today());
            f.put("buildings", buildings);
            f.put("signatures", List.of(run.upload()));
            return f;
        });
        on("condition-survey", (view, f) -> {
            List<Map<String, Object>> conditions = rows(view, "conditions");
            List<Map<String, Object>> problems = new ArrayList<>();
            conditions.forEach(row -> {
                row.put("structureLevel", "B");
                row.putIfAbsent("buildYear", 1995);
                row.put("illegalStructures", 0);
                problems.add(Map.of(
                        "communityId",
                        row.get("communityId"),
                        "category",
                        "SEWAGE",
                        "description",
                        "雨污合流",
                        "urgency",
                        "SOON"));
            });
            f.put("surveyedOn", today());
            f.put("conditions", conditions);
            f.put("problems", problems);
            return f;
        });
        on("recognise-structures", (view, f) -> {
            List<Map<String, Object>> recognitions = rows(view, "recognitions");
            recognitions.forEach(row -> {
                row.put("recognition", "ILLEGAL");
                row.put("legalGround", "城乡规划法第64条");
            });
            f.put("recognitions", recognitions);
            return f;
        });
        on("need-summary", (view, f) -> {
            f.put("surveyed", view.path("values").path("surveyed").asInt());
            f.put("supportCount", view.path("values").path("supportCount").asInt());
            f.put("priorityItems", List.of(Map.of("rank", 1, "content", "雨污分流"), Map.of("rank", 2, "content", "道路")));
            return f;
        });
        on("draft-plan", (view, f) -> {
            int communities = run.communities().size();
            Money part = Money.ofFen(run.total().fen() / communities);
            Money small = Money.ofYuan("10000.00");
            List<Map<String, Object>> items = List.of(
                    item("BASIC", part.minus(small).minus(small)), item("SAFETY", small), item("LIVELIHOOD", small));
            f.put("chapters", choices(view, "chapters"));
            f.put("items", items);
            f.put("totalEstimate", part.yuan());
            f.put("fundPlan", List.of(Map.of("source", "COUNTY", "amount", part.yuan())));
            f.put("residentShare", "0.00");
            f.put("structureChanged", false);
            f.put("commonPartChange", false);
            f.put("followUpPlan", "由物业企业统一管理");
            f.put("planDocs", List.of(run.upload()));
            return f;
        });
        on("publish-notice", (view, f) -> {
            f.put("noticeType", value(view, "noticeType"));
            f.put("startDate", today());
            f.put("days", view.path("values").path("days").asInt(7));
            f.put("dayType", value(view, "dayType"));
            f.put("photos", List.of(run.upload()));
            f.put("doors", photographed(view, "doors"));
            f.put("contact", "社区居委会 0564-0000000");
            return f;
        });
        on("close-notice", (view, f) -> {
            f.put("closedOn", today());
            f.put("endPhotos", List.of(run.upload()));
            f.put("endDoors", photographed(view, "endDoors"));
            f.put("objectionCount", 0);
            f.put("objections", List.of());
            return f;
        });
        on("handle-objections", (view, f) -> {
            List<Map<String, Object>> replies = rows(view, "replies");
            replies.forEach(row -> {
                row.put("decision", "DISMISSED");
                row.put("reply", "经街道会同设计单位现场核实研究后，现就您提出的意见书面答复如下。");
                row.put("replyDate", today());
            });
            f.put("replies", replies);
            return f;
        });
        on("hold-council", (view, f) -> {
            f.put("meetingDate", today() + "T08:30");
            f.put("invited", 12);
            f.put("attendees", 10);
            f.put(
                    "buildingsRepresented",
                    run.communities().stream()
                            .mapToInt(community -> Math.min(3, community.buildings()))
                            .min()
                            .orElseThrow());
            f.put("decision", "AGREED");
            f.put("opinions", List.of(Map.of("opinion", "增设非机动车棚", "adoption", "ADOPTED")));
            f.put("minutes", List.of(run.upload()));
            f.put("signSheet", List.of(run.upload()));
            return f;
        });
        on("finalise-plan", (view, f) -> {
            f.put("checklist", choices(view, "checklist"));
            f.put("opinionAdoption", List.of(run.upload()));
            f.put("finalVersion", value(view, "finalVersion"));
            return f;
        });
    }

    private void review() {
        on("review-intake", (view, f) -> {
            List<Map<String, Object>> materials = new ArrayList<>();
            rows(view, "materials").forEach(row -> {
                row.put("complete", true);
                materials.add(row);
            });
            f.put("materials", materials);
            f.put("decision", "ACCEPTED");
            f.put("participants", choices(view, "participants"));
            return f;
        });
        on("department-opinion", (view, f) -> {
            f.put("opinion", "AGREE");
            f.put("reviewer", "审查员");
            f.put("signedDoc", List.of(run.upload()));
            return f;
        });
        on("expert-review", (view, f) -> {
            List<Map<String, Object>> experts = new ArrayList<>();
            for (String speciality : List.of("STRUCTURE", "FIRE", "SERVICES")) {
                experts.add(Map.of(
                        "name",
                        "专家" + speciality,
                        "unit",
                        "皖西学院",
                        "speciality",
                        speciality,
                        "verdict",
                        "AGREE",
                        "keyRisks",
                        "注意雨污分流接驳",
                        "recusal",
                        true));
            }
            f.put("experts", experts);
            f.put("opinion", "AGREE");
            f.put("signedDoc", List.of(run.upload()));
            return f;
        });
        on("conclude-review", (view, f) -> {
            f.put("outcome", "PASSED");
            f.put("minutesNo", "联审〔2024〕" + run.caseId() + "号");
            return f;
        });
        on("close-conditions", (view, f) -> {
            List<Map<String, Object>> checks = rows(view, "checks");
            checks.forEach(check -> check.put("result", "CLOSED"));
            f.put("checks", checks);
            return f;
        });
        on("classify-modification", (view, f) -> {
            boolean major = false;
            for (String change :
                    List.of("mandatoryClassChanged", "structureOrFire", "commonPartChanged", "contributionChanged")) {
                boolean changed = view.path("values").path(change).asBoolean();
                major |= changed;
                f.put(change, changed);
            }
            f.put("revisedEstimate", value(view, "revisedEstimate"));
            f.put("revisedHouseholds", value(view, "revisedHouseholds"));
            f.put("nature", major ? "MAJOR" : "MINOR");
            if (major) f.put("affectedBodies", choices(view, "affectedBodies"));
            f.put("comment", "已按修改条件修改");
            return f;
        });
        on("approve-plan", (view, f) -> {
            f.put("decision", "APPROVED");
            f.put("approvalNo", "金建〔2024〕" + run.caseId() + "号");
            f.put("approvedInvestment", run.total().yuan());
            f.put("validUntil", run.today().plusYears(1).toString());
            return f;
        });
        on("file-plan", (view, f) -> {
            f.put("filingNo", "备〔2024〕" + run.caseId() + "号");
            return f;
        });
    }

    private void formalities() {
        on("initiation", (view, f) -> {
            f.put("projectCode", "2401-341502-04-01-%06d".formatted(run.caseId() % 1_000_000));
            f.put("tenderScope", List.of("SCOPE", "METHOD", "ORGANISATION"));
            f.put("estimateTotal", run.total().yuan());
            f.put("simplified", true);
            f.put("simplifiedBasis", "政府投资条例第十三条");
            f.put("approvedOn", today());
            f.put("approvalDoc", List.of(run.upload()));
            return f;
        });
        on("budget-review", (view, f) -> {
            f.put("submitted", run.total().yuan());
            f.put("decision", "APPROVED");
            f.put("reviewed", run.total().yuan());
            f.put("ceilingPrice", run.total().yuan());
            f.put("reviewedOn", today());
            f.put("reportDoc", List.of(run.upload()));
            return f;
        });
        on("decide-permits", (view, f) -> {
            f.put("structureChanged", false);
            f.put("extentChanged", false);
            for (String field : List.of(
                    "planningPermit",
                    "planningBasis",
                    "constructionPermit",
                    "constructionBasis",
                    "drawingReview",
                    "drawingBasis",
                    "fireCategory",
                    "fireBasis")) {
                if (view.path("values").hasNonNull(field)) f.put(field, value(view, field));
            }
            f.put("basis", "现场踏勘及政策文件");
            f.put("decidedOn", today());
            return f;
        });
        on("fund-account", (view, f) -> {
            f.put("accountNo", "12345678901234567890");
            f.put(
                    "sources",
                    List.of(
                            source("COUNTY", run.total().minus(run.residents())),
                            source("RESIDENTS", run.residents())));
            f.put("secured", true);
            f.put("residentPlan", "按户分摊");
            f.put("securedOn", today());
            return f;
        });
    }

    private void tender() {
        on("decide-procurement", (view, f) -> {
            f.put("budgetFunds", run.total().minus(run.residents()).yuan());
            f.put("stateControlled", true);
            f.put(
                    "packages",
                    List.of(
                            Map.of(
                                    "name",
                                    "施工标段",
                                    "type",
                                    "WORKS",
                                    "estimate",
                                    run.works().yuan(),
                                    "method",
                                    "OPEN"),
                            Map.of(
                                    "name",
                                    "监理标段",
                                    "type",
                                    "SUPERVISION",
                                    "estimate",
                                    CaseRun.SUPERVISION.yuan(),
                                    "method",
                                    "OPEN")));
            f.put("decidedOn", today());
            return f;
        });
        on("tender-documents", (view, f) -> {
            String ceiling =
                    view.path("values").hasNonNull("ceilingPrice") ? value(view, "ceilingPrice") : "1100000.00";
            f.put("saleStart", today() + "T09:00");
            f.put("saleEnd", run.today().plusDays(9) + "T17:00");
            f.put("bidDeadline", run.today().plusDays(31) + "T10:00");
            f.put("ceilingPrice", ceiling);
            f.put("consortium", false);
            f.put("evaluationMethod", "COMPREHENSIVE");
            f.put("tenderDoc", List.of(run.upload()));
            return f;
        });
        on("open-bids", (view, f) -> {
            List<Map<String, Object>> bidders = new ArrayList<>();
            for (String bidder : bidders(view)) {
                bidders.add(Map.of("name", bidder, "price", run.price(view), "sealed", true));
            }
            f.put("bidders", bidders);
            f.put(
                    "openTime",
                    view.path("values").hasNonNull("openTime") ? value(view, "openTime") : today() + "T10:00");
            f.put("aborted", false);
            f.put("openingDoc", List.of(run.upload()));
            return f;
        });
        on("evaluate-bids", (view, f) -> {
            List<Map<String, Object>> committee = new ArrayList<>();
            for (int i = 1; i <= 5; i++)
                committee.add(Map.of("name", "评委" + i, "kind", i == 5 ? "EMPLOYER" : "EXPERT"));
            f.put("decision", "PROPOSED");
            f.put("committee", committee);
            f.put(
                    "candidates",
                    List.of(
                            Map.of("rank", 1, "bidder", bidders(view).get(0), "price", run.price(view), "score", "92"),
                            Map.of(
                                    "rank",
                                    2,
                                    "bidder",
                                    bidders(view).get(1),
                                    "price",
                                    run.price(view),
                                    "score",
                                    "90")));
            f.put("reportDate", value(view, "reportDate"));
            f.put("reportDoc", List.of(run.upload()));
            return f;
        });
        on("award", (view, f) -> {
            f.put("decision", "AWARDED");
            f.put("noticeStart", value(view, "noticeStart"));
            f.put("noticeEnd", value(view, "noticeEnd"));
            f.put("objectionsSettled", true);
            f.put("winner", choices(view, "candidates").get(0));
            f.put("awardPrice", run.price(view));
            f.put("awardDate", value(view, "awardDate"));
            return f;
        });
        on("sign-contract", (view, f) -> {
            f.put("decision", "SIGNED");
            f.put(
                    "contractNo",
                    "HT-" + run.caseId() + "-"
                            + run.task("sign-contract").getId().substring(0, 8));
            f.put("contractorOffice", winner(view));
            f.put("signDate", value(view, "signDate"));
            f.put("contractPrice", run.price(view));
            f.put("duration", 120);
            f.put("contractDoc", List.of(run.upload()));
            f.put("labourRatio", "25.00");
            f.put("advancePct", "10.00");
            f.put("progressPct", "80.00");
            f.put("retentionPct", "3.00");
            f.put("retentionMonths", 12);
            f.put("performanceBondType", "GUARANTEE");
            f.put(
                    "warrantyTerms",
                    List.of(
                            Map.of("item", "WATERPROOFING", "months", 60),
                            Map.of("item", "INSTALLATION", "months", 24)));
            return f;
        });
    }

    /** Registered firms of the role that the package wants come first; the rest only make up the number. */
    static List<String> bidders(JsonNode view) {
        return view.toString().contains("\"监理\"")
                ? List.of("六安市诚信工程监理有限公司", "皖西监理有限公司", "淠河监理有限公司")
                : List.of("安徽大别山建设工程有限公司", "六安皋城建筑安装有限公司", "淠河市政工程有限公司");
    }

    /** The registered firm that won; the first one when the winner is not registered. */
    private static String winner(JsonNode view) {
        String facts = view.path("facts").toString();
        for (JsonNode firm : view.path("options").path("firms")) {
            if (facts.contains(firm.path("label").asText()))
                return firm.path("value").asText();
        }
        return choices(view, "firms").get(0);
    }

    private void works() {
        on("supervision-registration", (view, f) -> {
            List<Map<String, Object>> persons = new ArrayList<>();
            for (String party : List.of("EMPLOYER", "SURVEYOR", "DESIGNER", "CONTRACTOR", "SUPERVISOR")) {
                persons.add(Map.of("party", party, "name", "负责人", "qualificationNo", "皖" + party));
            }
            f.put("regNo", "监督-" + run.caseId());
            f.put("responsiblePersons", persons);
            f.put("plan", List.of(run.upload()));
            return f;
        });
        on("construction-permit", (view, f) -> {
            f.put("decision", "GRANTED");
            f.put("permitNo", "施许-" + run.caseId());
            f.put("issueDate", today());
            f.put("permitFile", List.of(run.upload()));
            return f;
        });
        on("wage-account", (view, f) -> {
            f.put("accountName", "安徽大别山建设工程有限公司农民工工资专用账户");
            f.put("accountNo", "6222020000001234");
            f.put("openDate", today());
            f.put("depositPct", "1.50");
            f.put("guarantee", List.of(run.upload()));
            return f;
        });
        on("start-order", (view, f) -> {
            List<Map<String, Object>> gates = new ArrayList<>();
            for (String gate : List.of("SUPERVISION", "PERMIT", "WAGE_ACCOUNT", "METHOD_STATEMENT", "FUNDS")) {
                gates.add(
                        Map.of("gate", gate, "number", gate + "-1", "datedOn", today(), "file", List.of(run.upload())));
            }
            f.put("startDate", today());
            f.put("plannedEnd", run.today().plusDays(120).toString());
            f.put("gates", gates);
            return f;
        });
        on("progress-report", (view, f) -> {
            f.put("reportTo", today());
            f.put("items", List.of(Map.of("item", "道路与管网", "weight", "100.00", "done", "100.00")));
            f.put("valueDone", run.works().yuan());
            f.put("workers", 25);
            f.put("photos", List.of(run.upload(), run.upload(), run.upload()));
            return f;
        });
        for (String form : List.of("verify-progress", "confirm-progress")) {
            on(form, (view, f) -> {
                f.put("decision", "CONFIRM");
                f.put("verifiedPct", "100.00");
                f.put("verifiedValue", run.works().yuan());
                f.put("chiefSignature", true);
                return f;
            });
        }
    }

    private void money() {
        on("apply-payment", (view, f) -> {
            f.put("milestone", choices(view, "milestones").get(0));
            f.put("applied", value(view, "due"));
            f.put("labourPart", "0.00");
            f.put("invoice", List.of(run.upload()));
            f.put("sme", true);
            return f;
        });
        on("approve-payment", (view, f) -> {
            f.put("decision", "AGREE");
            f.put("approvedAmount", value(view, "approvedAmount"));
            f.put("source", value(view, "source"));
            List<Map<String, Object>> findings = new ArrayList<>();
            rows(view, "findings").forEach(row -> {
                row.put("answer", "按方案执行，已报批");
                findings.add(row);
            });
            f.put("findings", findings);
            if (view.path("values").path("step").asText().equals("FINANCE")) {
                f.put("paidDate", today());
                f.put("bankSlip", List.of(run.upload()));
            }
            return f;
        });
    }

    private void acceptance() {
        on("completion-report", (view, f) -> {
            f.put("completedItems", List.of(Map.of("item", "全部合同内容", "completed", true)));
            f.put("selfCheck", "PASS");
            f.put("warrantyLetter", List.of(run.upload()));
            f.put("asBuilt", List.of(run.upload()));
            return f;
        });
        on("final-acceptance", (view, f) -> {
            List<Map<String, Object>> parties = new ArrayList<>();
            choices(view, "parties")
                    .forEach(role -> parties.add(Map.of("role", role, "result", "PASS", "signatory", "签字人")));
            f.put("notifyDate", run.today().minusDays(20).toString());
            f.put("acceptanceDate", today());
            f.put("partyResults", parties);
            f.put("residentReps", 2);
            f.put(
                    "conditions16",
                    List.of("WORKS_COMPLETE", "RECORDS", "MATERIAL_TESTS", "QUALITY_REPORTS", "WARRANTY_LETTER"));
            f.put("acceptanceReport", List.of(run.upload()));
            f.put("pipeTestReport", List.of(run.upload()));
            return f;
        });
        on("rectify-acceptance", (view, f) -> {
            f.put("measures", "已按整改清单返工");
            f.put("completedOn", today());
            f.put("evidence", List.of(run.upload()));
            return f;
        });
        on("joint-acceptance", (view, f) -> {
            f.put("opinion", "PASS");
            f.put("signedDoc", List.of(run.upload()));
            return f;
        });
        on("comprehensive-acceptance", (view, f) -> {
            f.put("decision", "PASS");
            f.put("planMatch", true);
            f.put("satisfaction", "92.50");
            f.put("followUpPlanFile", List.of(run.upload()));
            f.put("fileDate", today());
            return f;
        });
        on("submit-settlement", (view, f) -> {
            f.put("submitted", run.settled().yuan());
            f.put("settlementBook", List.of(run.upload()));
            return f;
        });
        on("review-settlement", (view, f) -> {
            f.put("decision", "APPROVE");
            f.put("audited", run.settled().yuan());
            f.put("auditReport", List.of(run.upload()));
            return f;
        });
    }

    private void warranty() {
        on("dispatch-repair", (view, f) -> {
            f.put("decision", "DISPATCH");
            f.put("defectType", "WATERPROOF");
            f.put("urgent", false);
            f.put("photo", List.of(run.upload()));
            return f;
        });
        on("repair-defect", (view, f) -> {
            f.put("measures", "重做防水层");
            f.put("repairedAt", today());
            f.put("photos", List.of(run.upload()));
            return f;
        });
        on("confirm-repair", (view, f) -> {
            f.put("result", "PASS");
            return f;
        });
        on("release-retention", (view, f) -> {
            f.put("decision", "AGREE");
            f.put("applyDate", today());
            f.put("siteCheck", List.of(run.upload()));
            return f;
        });
        on("management-mode", (view, f) -> {
            f.put(
                    "mode",
                    choices(view, "modes").contains("OWNERS_SELF")
                            ? "OWNERS_SELF"
                            : choices(view, "modes").get(0));
            f.put("managerName", "业主自治小组");
            f.put("handoverDate", today());
            return f;
        });
    }

    private static Map<String, Object> item(String itemClass, Money amount) {
        return Map.of(
                "itemClass",
                itemClass,
                "content",
                "给排水与道路改造",
                "quantity",
                "1",
                "unit",
                "项",
                "unitPrice",
                amount.yuan(),
                "amount",
                amount.yuan());
    }

    private Map<String, Object> source(String source, Money amount) {
        return Map.of("source", source, "due", amount.yuan(), "received", amount.yuan(), "receivedOn", today());
    }

    private String today() {
        return run.today().toString();
    }

    static String value(JsonNode view, String field) {
        JsonNode value = view.path("values").path(field);
        if (value.isMissingNode() || value.isNull())
            throw new AssertionError("no initial value of " + field + ": " + view);
        return value.asText();
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> rows(JsonNode view, String field) {
        List<Map<String, Object>> rows = new ArrayList<>();
        view.path("values")
                .path(field)
                .forEach(row -> rows.add(new LinkedHashMap<>(JSON.convertValue(row, Map.class))));
        return rows;
    }

    static List<String> choices(JsonNode view, String key) {
        List<String> values = new ArrayList<>();
        view.path("options")
                .path(key)
                .forEach(option -> values.add(option.path("value").asText()));
        return values;
    }

    static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
