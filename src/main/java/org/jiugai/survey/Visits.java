package org.jiugai.survey;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiugai.kernel.Actor;
import org.jiugai.survey.ConditionSurveyForm.Category;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of household visits; only ever added. */
@Repository
class Visits {
    private final JdbcClient jdbc;

    Visits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a visit; false when nobody was met that day already. */
    boolean add(long caseId, long communityId, NewVisit visit, Actor actor, Instant now) {
        Optional<Long> id = jdbc.sql(
                        """
                        insert into household_visit (case_id, community_id, unit_id, visited_on, channel, attitude, respondent, tenant, will_pay,
                            elevator_wish, charging_wish, remark, person, office, recorded_at)
                        values (:case, :community, :unit, :on, :channel, :attitude, :respondent, :tenant, :pay, :elevator, :charging, :remark,
                            :person, :office, :now)
                        on conflict (community_id, unit_id, visited_on) where attitude = 'NOT_REACHED' do nothing returning id""")
                .param("case", caseId)
                .param("community", communityId)
                .param("unit", visit.unitId())
                .param("on", visit.visitedOn())
                .param("channel", visit.channel().name())
                .param("attitude", visit.attitude().name())
                .param("respondent", visit.respondent())
                .param("tenant", visit.tenant())
                .param("pay", visit.willPay())
                .param("elevator", visit.elevatorWish())
                .param("charging", visit.chargingWish())
                .param("remark", visit.remark())
                .param("person", actor.personId())
                .param("office", actor.officeId())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional();
        id.ifPresent(visitId -> visit.needs().forEach(need -> jdbc.sql("insert into visit_need values (?, ?)")
                .params(visitId, need.name())
                .update()));
        return id.isPresent();
    }

    /** Where the households of a building stand, or one of them, by unit; who was never called on is left out. */
    List<HouseholdAnswer> answers(long communityId, @Nullable Long buildingId, @Nullable Long unitId) {
        return jdbc.sql(
                        """
                        select u.id as unit_id, r.attitude, coalesce(n.attempts, 0) as attempts, r.visited_on, r.channel, r.respondent,
                               coalesce(r.tenant, false) as tenant, r.will_pay, r.elevator_wish, r.charging_wish, r.remark,
                               (select string_agg(x.need, ',') from visit_need x where x.visit_id = r.id) as needs
                        from listed_unit u
                        left join lateral (select * from household_visit v where v.community_id = :community and v.unit_id = u.id
                            and v.attitude <> 'NOT_REACHED' order by v.id desc limit 1) r on true
                        left join lateral (select count(*)::int as attempts from household_visit v where v.community_id = :community
                            and v.unit_id = u.id and v.attitude = 'NOT_REACHED') n on true
                        where (cast(:building as bigint) is null or u.building_id = :building) and (cast(:unit as bigint) is null or u.id = :unit)
                          and (r.id is not null or n.attempts > 0)""")
                .param("community", communityId)
                .param("building", buildingId)
                .param("unit", unitId)
                .query(Visits::answer)
                .list();
    }

    /** By building in the order of their names. */
    List<BuildingCoverage> coverage(long communityId, long registeredId, int attempts) {
        return jdbc.sql(
                        """
                        select :community::bigint as community_id, u.building_id, u.building, count(*)::int as households,
                               count(r.attitude)::int as surveyed,
                               count(*) filter (where r.attitude = 'SUPPORT')::int as supporting,
                               count(*) filter (where r.attitude = 'OPPOSE')::int as opposed,
                               count(*) filter (where r.attitude = 'INDIFFERENT')::int as indifferent,
                               count(*) filter (where r.attitude is null and n.attempts >= :attempts)::int as not_reached,
                               count(*) filter (where r.elevator_wish)::int as elevator_wish,
                               count(*) filter (where r.charging_wish)::int as charging_wish,
                               (select s.name from building_surveyor s where s.community_id = :community and s.building_id = u.building_id
                                order by s.id desc limit 1) as surveyor
                        from listed_unit u
                        left join lateral (select v.attitude, v.elevator_wish, v.charging_wish from household_visit v
                            where v.community_id = :community and v.unit_id = u.id and v.attitude <> 'NOT_REACHED' order by v.id desc limit 1) r on true
                        left join lateral (select count(*) as attempts from household_visit v where v.community_id = :community
                            and v.unit_id = u.id and v.attitude = 'NOT_REACHED') n on true
                        where u.community_id = :registered
                        group by u.building_id, u.building order by length(u.building), u.building""")
                .param("community", communityId)
                .param("registered", registeredId)
                .param("attempts", attempts)
                .query(BuildingCoverage.class)
                .list();
    }

    /** What the last answers of the case's households name, the most wanted first. */
    List<RankedNeed> needs(long caseId) {
        return jdbc.sql(
                        """
                        select x.need, count(*)::int as households
                        from (select distinct on (v.community_id, v.unit_id) v.id from household_visit v
                              where v.case_id = ? and v.attitude <> 'NOT_REACHED' order by v.community_id, v.unit_id, v.id desc) l
                        join visit_need x on x.visit_id = l.id group by x.need order by households desc, x.need""")
                .param(caseId)
                .query(RankedNeed.class)
                .list();
    }

    void assign(long communityId, long buildingId, String name, Actor actor, Instant now) {
        jdbc.sql(
                        """
                        insert into building_surveyor (community_id, building_id, name, person, office, recorded_at) values (?, ?, ?, ?, ?, ?)""")
                .params(communityId, buildingId, name, actor.personId(), actor.officeId(), Timestamp.from(now))
                .update();
    }

    private static HouseholdAnswer answer(ResultSet row, int n) throws SQLException {
        String attitude = row.getString("attitude");
        String channel = row.getString("channel");
        Date on = row.getDate("visited_on");
        String needs = row.getString("needs");
        return new HouseholdAnswer(
                row.getLong("unit_id"),
                attitude == null ? null : Attitude.valueOf(attitude),
                row.getInt("attempts"),
                on == null ? null : row.getObject("visited_on", LocalDate.class),
                channel == null ? null : VisitChannel.valueOf(channel),
                row.getString("respondent"),
                row.getBoolean("tenant"),
                row.getObject("will_pay", Boolean.class),
                row.getObject("elevator_wish", Boolean.class),
                row.getObject("charging_wish", Boolean.class),
                needs == null
                        ? Set.of()
                        : Arrays.stream(needs.split(",")).map(Category::valueOf).collect(Collectors.toSet()),
                row.getString("remark"));
    }
}
