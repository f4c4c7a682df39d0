package org.jiugai.organisation;

import org.jiugai.kernel.RuleViolation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether the system has administrators who can sign in. */
@Repository
class Administrators {
    private final JdbcClient jdbc;
    private final ActingOffices acting;

    Administrators(JdbcClient jdbc, ActingOffices acting) {
        this.jdbc = jdbc;
        this.acting = acting;
    }

    /** From now to the end of the transaction nobody else changes the organisation. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('organisation'))")
                .query((row, n) -> 0)
                .single();
    }

    /** Whether somebody with an account holds the role today, in his own right. */
    boolean exist() {
        return count("") > 0;
    }

    private int count(String further) {
        return jdbc.sql(
                        """
                        select count(*) from person_office m join person p on p.id = m.person join account a on a.person = p.id
                        join office_role r on r.office = m.office
                        where r.role = 'system-admin' and not p.blocked
                          and (m.valid_from is null or m.valid_from <= :day) and (m.valid_until is null or m.valid_until >= :day)"""
                                + further)
                .param("day", acting.today())
                .query(Integer.class)
                .single();
    }

    /**
     * Makes the change unless it leaves the system without an administrator, today or once his time has come.
     *
     * @throws RuleViolation when it does
     */
    void keepOne(Runnable change) {
        boolean existed = exist();
        boolean lasting = isLasting();
        change.run();
        if (existed && !exist() || lasting && !isLasting()) {
            throw new RuleViolation("organisation.lastAdministrator", "系统至少须保留一名长期有效的系统管理员，请先设置另一名管理员");
        }
    }

    private boolean isLasting() {
        return count(" and m.valid_until is null") > 0;
    }
}
