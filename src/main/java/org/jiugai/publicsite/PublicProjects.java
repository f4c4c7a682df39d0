package org.jiugai.publicsite;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CaseOfficeLookup;
import org.jiugai.casefile.CaseParty;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.consultation.PlanDetails;
import org.jiugai.consultation.PlanManagement;
import org.jiugai.consultation.PlanSummary;
import org.jiugai.notice.NoticeManagement;
import org.jiugai.notice.NoticeOutcome;
import org.jiugai.notice.PublicNotice;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.publicsite.Publishable.Kind;
import org.jiugai.satisfaction.SatisfactionSurvey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The projects that everybody may see. What is not released, and what does not exist, gets the same answer: none. */
@Component
@Transactional(readOnly = true)
public class PublicProjects {
    /** Projects on one page of the list. */
    public static final int PAGE = 20;

    private final JdbcClient jdbc;
    private final Publications publications;
    private final Sources sources;
    private final OrganisationManagement organisation;
    private final Clock clock;

    PublicProjects(
            JdbcClient jdbc,
            Publications publications,
            Sources sources,
            OrganisationManagement organisation,
            Clock clock) {
        this.jdbc = jdbc;
        this.publications = publications;
        this.sources = sources;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Where the content of the pages comes from. */
    @Component
    record Sources(
            CaseManagement cases,
            CaseOfficeLookup offices,
            PlanManagement plans,
            NoticeManagement notices,
            VoteManagement votes,
            SatisfactionSurvey satisfaction) {}

    /** A project in the list. */
    public record Row(
            String caseNo,
            String name,
            String streetName,
            @Nullable String stage,
            @Nullable String communities,
            @Nullable String outcome) {}

    /** A street with released projects. */
    public record Street(String code, String name) {}

    /**
     * Released projects, the latest first.
     *
     * @param street code of a street; null for all
     * @param words part of the name of a project or community; blank for all
     */
    public List<Row> search(@Nullable String street, String words, int page) {
        return jdbc.sql(
                        """
                        select c.case_no, c.name, c.street_name, c.stage, c.communities, c.outcome
                        from listed_case c join publication p on p.kind = 'PROJECT' and p.subject_id = c.case_id
                        where p.released_at is not null and p.withdrawn_at is null
                          and (cast(:street as text) is null or c.street = :street)
                          and (:words = '' or position(:words in c.name) > 0 or position(:words in c.communities) > 0)
                        order by c.opened_on desc, c.case_id desc limit :size offset :start""")
                .param("street", street)
                .param("words", words.strip())
                .param("size", PAGE)
                .param("start", (long) page * PAGE)
                .query(Row.class)
                .list();
    }

    public List<Street> streets() {
        return jdbc.sql(
                        """
                        select distinct c.street as code, c.street_name as name
                        from listed_case c join publication p on p.kind = 'PROJECT' and p.subject_id = c.case_id
                        where p.released_at is not null and p.withdrawn_at is null order by c.street""")
                .query(Street.class)
                .list();
    }

    /** The project with what is released of it. */
    public Optional<PublicProject> find(String caseNo) {
        return released(caseNo).map(this::project);
    }

    /** The running notice of a released project, to which somebody may object; a community that left the case has none. */
    public Optional<PublicNotice> running(String caseNo, long noticeId) {
        return released(caseNo)
                .filter(file ->
                        publications.released(file.caseId(), Kind.NOTICE).contains(noticeId))
                .flatMap(file -> sources.cases().communities(file.caseId()).stream()
                        .flatMap(community -> sources.notices().ofCommunity(community.communityId()).stream())
                        .filter(notice -> notice.noticeId() == noticeId)
                        .findFirst())
                .filter(sources.notices()::isRunning);
    }

    private Optional<RenovationCase> released(String caseNo) {
        return sources.cases().find(caseNo).filter(file -> publications
                .released(file.caseId(), Kind.PROJECT)
                .contains(file.caseId()));
    }

    private PublicProject project(RenovationCase file) {
        Set<Long> plans = publications.released(file.caseId(), Kind.PLAN);
        Set<Long> notices = publications.released(file.caseId(), Kind.NOTICE);
        Set<Long> results = publications.released(file.caseId(), Kind.RESULT);
        return new PublicProject(
                file.caseNo(),
                file.name(),
                organisation.region(file.county()).name(),
                organisation.region(file.street()).name(),
                file.outcome(),
                sources.cases().stages(file.caseId()),
                sources.cases().communities(file.caseId()).stream()
                        .map(community -> community(community, plans, notices, results))
                        .toList(),
                sources.satisfaction().isOpen(file.caseId()),
                contacts(file));
    }

    private PublicProject.Community community(
            CaseCommunity community, Set<Long> plans, Set<Long> notices, Set<Long> results) {
        return new PublicProject.Community(
                community.name(),
                community.households(),
                community.buildings(),
                versions(community.communityId(), plans),
                sources.notices().ofCommunity(community.communityId()).stream()
                        .filter(notice -> notices.contains(notice.noticeId()))
                        .flatMap(notice -> shown(notice).stream())
                        .toList(),
                sources.votes().ofCase(community.caseId()).stream()
                        .filter(vote -> vote.round().communityId() == community.communityId())
                        .filter(vote -> results.contains(vote.round().id()))
                        .toList());
    }

    /** The latest first, each compared with the released one before. */
    private List<PublicProject.Version> versions(long communityId, Set<Long> released) {
        List<PublicProject.Version> versions = new ArrayList<>();
        PlanSummary before = null;
        for (PlanSummary plan : sources.plans().history(communityId)) {
            if (!released.contains(plan.planId())) continue;
            PlanDetails details = sources.plans().details(plan.planId());
            versions.add(
                    0,
                    new PublicProject.Version(
                            details,
                            before == null ? null : sources.plans().difference(before.planId(), plan.planId())));
            before = plan;
        }
        return versions;
    }

    private Optional<PublicProject.Notice> shown(PublicNotice notice) {
        LocalDate start = notice.startDate();
        LocalDate end = notice.endDate();
        if (start == null || end == null) return Optional.empty();
        NoticeOutcome outcome = notice.outcome();
        long left = sources.notices().isRunning(notice) ? ChronoUnit.DAYS.between(LocalDate.now(clock), end) + 1 : 0;
        return Optional.of(new PublicProject.Notice(
                notice.noticeId(),
                PublicNotice.name(notice.stage()),
                start,
                end,
                left,
                Objects.requireNonNullElse(notice.contact(), ""),
                notice.objections(),
                outcome == null ? null : outcome.label()));
    }

    private List<PublicProject.Contact> contacts(RenovationCase file) {
        Stream<PublicProject.Contact> committees = sources.cases().communities(file.caseId()).stream()
                .flatMap(community -> sources.offices().residentsCommittees(community.communityId()).stream())
                .distinct()
                .map(office -> contact("社区居委会", organisation.office(office)));
        Stream<PublicProject.Contact> firms =
                sources.cases().parties(file.caseId()).stream().map(PublicProjects::contact);
        return Stream.of(
                        holder("牵头单位", "renovation-office", file.county()),
                        holder("属地街道", "subdistrict", file.street()),
                        committees,
                        firms)
                .flatMap(contacts -> contacts)
                .toList();
    }

    private Stream<PublicProject.Contact> holder(String label, String role, String region) {
        return organisation.holder(role, region).stream().map(office -> contact(label, office));
    }

    private PublicProject.Contact contact(String label, Office office) {
        return new PublicProject.Contact(
                label, office.name(), organisation.phone(office.id()).orElse(null));
    }

    /** A firm is named; who answers for it to residents is the office above. */
    private static PublicProject.Contact contact(CaseParty party) {
        return new PublicProject.Contact(
                party.label(), Objects.requireNonNullElse(party.officeName(), party.office()), null);
    }
}
