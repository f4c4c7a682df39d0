package org.jiugai.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jiugai.signin.Attempt.Scope;
import org.jiugai.signin.FailureRule.Failures;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Slows down guessing of passwords without locking anybody out: by account and address together, by account over all addresses, by
 * address over all accounts. Where a person has signed in before, only what happens at that address counts against him. A try is counted
 * before the password is looked at and taken back when it was right, so that many at once gain nothing.
 */
@Component
class SignInThrottle {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Map<Scope, FailureRule> RULES = new EnumMap<>(Map.of(
            Scope.PAIR, new FailureRule(5, LONGEST_WAIT, Duration.ofMinutes(30)),
            Scope.ACCOUNT, new FailureRule(20, LONGEST_WAIT, Duration.ofMinutes(10)),
            Scope.ADDRESS, new FailureRule(50, LONGEST_WAIT, Duration.ofMinutes(1))));
    private static final Duration ADDRESS_KNOWN = Duration.ofDays(180);

    private final FailedSignIns failures;
    private final TransactionOperations transaction;
    private final Clock clock;

    SignInThrottle(FailedSignIns failures, TransactionOperations transaction, @RealTime Clock clock) {
        this.failures = failures;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether the password may be looked at. If so, the try counts as a failure until it is said to have succeeded. */
    boolean admits(Attempt attempt) {
        return Boolean.TRUE.equals(transaction.execute(open -> {
            boolean admitted = counted(attempt, clock.instant());
            if (!admitted) open.setRollbackOnly();
            return admitted;
        }));
    }

    private boolean counted(Attempt attempt, Instant now) {
        boolean known = failures.knows(attempt);
        for (Scope scope : Scope.values()) {
            FailureRule rule = rule(scope);
            Failures soFar = failures.locked(scope, attempt.subject(scope));
            boolean mayRefuse = scope == Scope.PAIR || !known;
            if (mayRefuse && !rule.admits(soFar, now)) return false;
            failures.save(scope, attempt.subject(scope), rule.more(soFar, now));
        }
        return true;
    }

    /** The password was right. */
    void succeeded(Attempt attempt) {
        transaction.executeWithoutResult(open -> {
            for (Scope scope : Scope.values()) {
                Failures soFar = failures.locked(scope, attempt.subject(scope));
                Failures left =
                        scope == Scope.PAIR ? Failures.NONE : rule(scope).less(soFar);
                failures.save(scope, attempt.subject(scope), left);
            }
            failures.remember(attempt, clock.instant());
        });
    }

    /** Drops what no longer counts. */
    @Scheduled(fixedDelayString = "PT1H")
    void forget() {
        failures.forget(clock.instant(), clock.instant().minus(ADDRESS_KNOWN));
    }

    private static FailureRule rule(Scope scope) {
        return Objects.requireNonNull(RULES.get(scope));
    }
}
