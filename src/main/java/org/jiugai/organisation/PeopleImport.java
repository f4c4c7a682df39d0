package org.jiugai.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiugai.kernel.NameKey;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.organisation.ImportSheet.Column;
import org.jiugai.sheets.SheetTable.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rows of 人员: new people, further offices and other days of those that are there. A name is never changed here: an equal sign-in name
 * is more often another person than a new name, and would give him the first one's account.
 */
@Component
class PeopleImport {
    private final PeopleAdministration administration;
    private final PeopleRows rows;
    private final Memberships memberships;

    PeopleImport(PeopleAdministration administration, PeopleRows rows, Memberships memberships) {
        this.administration = administration;
        this.rows = rows;
        this.memberships = memberships;
    }

    void take(List<Line> lines, ImportRun run) {
        for (Line line : lines) {
            String login = OrganisationRules.id(line.text(Column.LOGIN));
            String office = OrganisationRules.id(line.text(Column.OFFICE));
            if (run.isFirst(ImportSheet.PEOPLE, line, Column.OFFICE, login + "@" + office))
                run.row(ImportSheet.PEOPLE, line, "", Column.OFFICE, () -> take(line, login, office, run));
        }
    }

    private void take(Line line, String login, String office, ImportRun run) {
        String name = line.text(Column.PERSON_NAME);
        String from = line.text(Column.FROM);
        String until = line.text(Column.UNTIL);
        Optional<PeopleRows.Row> there = rows.find(login);
        if (there.isEmpty()) {
            String password = administration.add(run.administrator(), new NewPerson(login, name, office, from, until));
            run.issued(new IssuedPassword(login, name, office, password));
            run.added();
            return;
        }
        if (!NameKey.of(there.get().name()).equals(NameKey.of(name))) {
            throw new RuleViolation("organisation.otherPerson", "id", "“" + login + "”已由另一姓名的人员使用；如系更名，请在人员页面办理");
        }
        Optional<Membership> open = memberships.openOf(login).stream()
                .filter(m -> m.office().equals(office))
                .findFirst();
        if (open.isEmpty()) {
            administration.join(run.administrator(), login, office, from, until);
            run.changed();
        } else if (!from.isEmpty() || !until.isEmpty()) {
            administration.setPeriod(
                    run.administrator(),
                    open.get().id(),
                    from.isEmpty() ? day(open.get().from()) : from,
                    until.isEmpty() ? day(open.get().until()) : until);
            run.changed();
        }
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
