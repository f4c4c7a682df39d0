package org.jiugai.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jiugai.ProcessTest;
import org.jiugai.audit.RecordedUseCases.UseCases;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Service;

/** The running application is asked for its use cases: each leaves an entry, or is on the short list below with the reason that it gives itself. */
@ProcessTest
class EveryUseCaseIsRecordedTest {
    /** Whoever adds a line here has to say why to whoever reads the change. */
    private static final String[] SILENT = {
        "audit.AuditMasking.mask",
        "audit.AuditMasking.maskAllOf",
        "audit.AuditTrail.record",
        "audit.DailyAnchor.cast",
        "ballot.BallotBox.cast",
        "ballot.BallotBox.castByPhone",
        "ballot.PaperBallots.confirm",
        "ballot.PaperBallots.enter",
        "ballot.PaperBallots.giveBack",
        "ballot.Unsealing.read",
        "casefile.CaseManagement.close",
        "casefile.CaseManagement.correctFigures",
        "casefile.CaseManagement.lock",
        "casefile.CaseRetention.cleanHistory",
        "casefile.ProvisionalDates.days",
        "casefile.ProvisionalDates.daysWithoutCase",
        "casefile.ProvisionalDates.forget",
        "casefile.ProvisionalDates.months",
        "documents.DocumentManagement.mayRead",
        "inbox.Drafts.discard",
        "inbox.Drafts.find",
        "inbox.Drafts.keep",
        "messages.Outbox.sendNext",
        "messages.Outbox.write",
        "organisation.AccountAdministration.block",
        "organisation.AccountAdministration.resetPassword",
        "organisation.AccountAdministration.unblock",
        "organisation.Accounts.giveOneTimePassword",
        "organisation.Accounts.matches",
        "organisation.Accounts.set",
        "organisation.Accounts.setOnce",
        "organisation.FirstAdministrator.makeFromSettings",
        "organisation.FirstAdministrator.makeWithToken",
        "organisation.FollowedMemberships.follow",
        "organisation.OfficeAdministration.add",
        "organisation.OfficeAdministration.close",
        "organisation.OfficeAdministration.rename",
        "organisation.OfficeAdministration.reopen",
        "organisation.OfficeAdministration.setCounties",
        "organisation.OfficeAdministration.setPhone",
        "organisation.OfficeAdministration.setRoles",
        "organisation.OrganisationImport.run",
        "organisation.OrganisationSetup.office",
        "organisation.OrganisationSetup.person",
        "organisation.OrganisationSetup.phone",
        "organisation.OrganisationSetup.region",
        "organisation.PeopleAdministration.add",
        "organisation.PeopleAdministration.join",
        "organisation.PeopleAdministration.leave",
        "organisation.PeopleAdministration.rename",
        "organisation.PeopleAdministration.setPeriod",
        "organisation.RegionAdministration.add",
        "organisation.RegionAdministration.rename",
        "organisation.StandInAdministration.appoint",
        "organisation.StandInAdministration.end",
        "policy.PolicyManagement.fill",
        "programme.ApplicationOffices.remember",
        "publicsite.HouseholdSessions.enter",
        "publicsite.HouseholdSessions.leave",
        "publicsite.HouseholdVote.cast",
        "review.OpinionManagement.moveDeadline",
        "review.OpinionManagement.remember",
        "warranty.RepairManagement.remember",
        "warranty.RepairManagement.warrantyUntil",
        "warranty.WarrantyManagement.countOpenDefects",
    };

    @Autowired
    ApplicationContext application;

    @Test
    void everyMethodThatMayWriteIsRecordedOrSaysWhyNot() {
        Map<String, String> silent = new TreeMap<>();
        Map<String, String> neither = new TreeMap<>();
        int recorded = 0;
        for (Object bean : services()) {
            Class<?> type = AopUtils.getTargetClass(bean);
            for (Method method : type.getMethods()) {
                if (!UseCases.mayWrite(method, type)) continue;
                String name = type.getPackageName().replace("org.jiugai.", "") + "." + type.getSimpleName() + "."
                        + method.getName();
                String reason = UseCases.reasonForSilence(method, type);
                if (reason != null) silent.put(name, reason);
                else if (isAdvised(bean, method, type)) recorded++;
                else neither.put(name, "");
            }
        }
        assertThat(neither).isEmpty();
        assertThat(silent.keySet()).containsExactly(SILENT);
        assertThat(silent.values()).noneMatch(String::isBlank);
        assertThat(recorded).isGreaterThan(100);
    }

    /** A writing method that is not public would be called past the record by a neighbour. */
    @Test
    void whatIsCalledFromOutsideIsPublic() {
        assertThat(services().stream()
                        .map(AopUtils::getTargetClass)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(
                                org.springframework.transaction.annotation.Transactional.class))
                        .filter(method -> !java.lang.reflect.Modifier.isPublic(method.getModifiers())))
                .isEmpty();
    }

    private java.util.Collection<Object> services() {
        return application.getBeansWithAnnotation(Service.class).entrySet().stream()
                .map(Map.Entry::getValue)
                .filter(bean -> AopUtils.getTargetClass(bean).getPackageName().startsWith("org.jiugai"))
                .toList();
    }

    private static boolean isAdvised(Object bean, Method method, Class<?> type) {
        return bean instanceof Advised advised
                && Stream.of(advised.getAdvisors())
                        .filter(advisor -> advisor instanceof org.springframework.aop.PointcutAdvisor)
                        .map(advisor -> (org.springframework.aop.PointcutAdvisor) advisor)
                        .map(org.springframework.aop.PointcutAdvisor::getPointcut)
                        .filter(UseCases.class::isInstance)
                        .anyMatch(pointcut -> pointcut.getMethodMatcher().matches(method, type));
    }
}
