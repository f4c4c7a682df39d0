package org.jiugai.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.organisation.Accounts;
import org.jiugai.organisation.OrganisationSetup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.transaction.support.TransactionTemplate;

/** Guessing passwords is slow, and honest people do not notice. */
@ProcessTest
class BruteForceTests {
    private static final String WRONG = "not-the-password";

    @Autowired
    private Scenario scenario;

    @Autowired
    private OrganisationSetup setup;

    @Autowired
    private Accounts accounts;

    @Autowired
    private FailedSignIns failures;

    @Autowired
    private Authorities authorities;

    @Autowired
    private TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    private final MovableClock clock = new MovableClock();
    private String person = "";

    @BeforeEach
    void register() {
        person = TestPeople.register(scenario, setup);
    }

    @Test
    void oneThousandGuessesSpreadOverAccountsAndAddressesAreMostlyNotLookedAt() {
        List<String> people = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            people.add(TestPeople.register(scenario, setup));
            addresses.add(TestPeople.address());
        }
        String home = TestPeople.address();
        assertThat(new Http(port)
                        .from(home)
                        .signIn(people.get(0), TestPeople.PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .hasValue("/");
        int looked = 0;
        for (String address : addresses) {
            Http attacker = new Http(port).from(address);
            for (String account : people) {
                for (int guess = 0; guess < 10; guess++) {
                    HttpResponse<String> answer = attacker.signIn(account, WRONG + guess);
                    assertThat(answer.statusCode()).isIn(302, 429);
                    if (answer.statusCode() == 302) looked++;
                }
            }
        }
        // twenty for each account at once, and a few more as time goes by
        assertThat(looked).isBetween(100, 300);
        assertThat(new Http(port)
                        .from(home)
                        .signIn(people.get(0), TestPeople.PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .as("the honest person at his own address")
                .hasValue("/");
        assertThat(new Http(port)
                        .from(addresses.get(0))
                        .signIn(people.get(0), TestPeople.PASSWORD)
                        .statusCode())
                .as("the right password after too many wrong ones")
                .isEqualTo(429);
    }

    @Test
    void theAnswerIsTheSameForWhoeverIsUnknownOrWrongOrTooFast() {
        Http known = new Http(port).from(TestPeople.address());
        Http unknown = new Http(port).from(TestPeople.address());
        String nobody = "nobody" + System.nanoTime();
        for (int i = 0; i < 5; i++) assertAlike(known.signIn(person, WRONG), unknown.signIn(nobody, WRONG));
        HttpResponse<String> tooFast = untilRefused(known, person);
        assertAlike(tooFast, untilRefused(unknown, nobody));
        assertThat(sentence(tooFast.body()))
                .isNotEmpty()
                .isEqualTo(sentence(known.get("/login?error").body()));
    }

    private static void assertAlike(HttpResponse<String> one, HttpResponse<String> other) {
        assertThat(one.statusCode()).isEqualTo(other.statusCode());
        assertThat(one.headers().firstValue("Location"))
                .isEqualTo(other.headers().firstValue("Location"));
        assertThat(one.headers().map().keySet()).isEqualTo(other.headers().map().keySet());
        assertThat(sentence(one.body())).isEqualTo(sentence(other.body()));
    }

    /** On a slow machine a wait may have passed. */
    private static HttpResponse<String> untilRefused(Http http, String name) {
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> answer = http.signIn(name, WRONG);
            if (answer.statusCode() == 429) return answer;
        }
        throw new AssertionError("never refused");
    }

    @Test
    void namesThatCannotBeOnesAreAnsweredLikeAnyOther() {
        Http http = new Http(port).from(TestPeople.address());
        for (String name : List.of("' or 1=1 --", "x".repeat(5000))) {
            assertThat(http.signIn(name, WRONG).headers().firstValue("Location"))
                    .hasValue("/login?error");
        }
    }

    /** Pages take plain text only; a program may send anything as its name. */
    @Test
    void aNameThatTheDatabaseCannotHoldIsNobodys() {
        PasswordSignIn signIn = counting(new AtomicInteger());
        assertThatThrownBy(() -> signIn.authenticate(claim("a\0b", WRONG, TestPeople.address())))
                .isInstanceOf(BadCredentialsException.class);
    }

    /** Counted at the hash itself: a try that is refused costs no work and tells nothing. */
    @Test
    void aTryThatComesTooSoonIsNotLookedAtThoughItBeRight() {
        AtomicInteger looked = new AtomicInteger();
        PasswordSignIn signIn = counting(looked);
        String address = TestPeople.address();
        for (int i = 0; i < 1000; i++) {
            assertThatThrownBy(() -> signIn.authenticate(claim(person, WRONG, address)))
                    .isNotNull();
        }
        assertThat(looked).hasValue(5);
        assertThatThrownBy(() -> signIn.authenticate(claim(person, TestPeople.PASSWORD, address)))
                .isInstanceOf(TooManyAttempts.class);
        assertThat(looked).hasValue(5);
        clock.forward(Duration.ofSeconds(2));
        assertThat(signIn.authenticate(claim(person, TestPeople.PASSWORD, address))
                        .isAuthenticated())
                .isTrue();
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> signIn.authenticate(claim(person, WRONG, address)))
                    .isNotInstanceOf(TooManyAttempts.class);
        }
    }

    @Test
    void manyAtOnceGainNothing() throws Exception {
        AtomicInteger looked = new AtomicInteger();
        PasswordSignIn signIn = counting(looked);
        String address = TestPeople.address();
        ExecutorService attackers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> guesses = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                guesses.add(() -> {
                    assertThatThrownBy(() -> signIn.authenticate(claim(person, WRONG, address)))
                            .isNotNull();
                    return true;
                });
            }
            for (Future<Boolean> guess : attackers.invokeAll(guesses))
                assertThat(guess.get()).isTrue();
        } finally {
            attackers.shutdownNow();
        }
        assertThat(looked).hasValue(5);
    }

    @Test
    void oneAccountIsGuessedFromManyAddressesNoFasterAndItsOwnerStillGetsIn() {
        AtomicInteger looked = new AtomicInteger();
        PasswordSignIn signIn = counting(looked);
        String home = TestPeople.address();
        signIn.authenticate(claim(person, TestPeople.PASSWORD, home));
        looked.set(0);
        for (int i = 0; i < 200; i++) {
            String elsewhere = TestPeople.address();
            assertThatThrownBy(() -> signIn.authenticate(claim(person, WRONG, elsewhere)))
                    .isNotNull();
        }
        assertThat(looked).hasValue(20);
        assertThat(signIn.authenticate(claim(person, TestPeople.PASSWORD, home)).isAuthenticated())
                .isTrue();
        String unused = TestPeople.address();
        assertThatThrownBy(() -> signIn.authenticate(claim(person, TestPeople.PASSWORD, unused)))
                .as("from an address that he never used")
                .isInstanceOf(TooManyAttempts.class);
        clock.forward(Duration.ofHours(1));
        assertThat(signIn.authenticate(claim(person, TestPeople.PASSWORD, unused))
                        .isAuthenticated())
                .isTrue();
    }

    @Test
    void whereSomebodyHasSignedInBeforeWrongPasswordsForHisAccountStillCount() {
        AtomicInteger looked = new AtomicInteger();
        PasswordSignIn signIn = counting(looked);
        String home = TestPeople.address();
        signIn.authenticate(claim(person, TestPeople.PASSWORD, home));
        looked.set(0);
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> signIn.authenticate(claim(person, WRONG, home)))
                    .isNotNull();
        }
        assertThat(looked).hasValue(5);
    }

    @Test
    void aTryThatIsNotLookedAtIsNotCountedAgainstItsAddress() {
        SignInThrottle throttle = new SignInThrottle(failures, transaction, clock);
        for (int i = 0; i < 20; i++) throttle.admits(Attempt.of(person, TestPeople.address()));
        Attempt tooSoon = Attempt.of(person, TestPeople.address());
        assertThat(throttle.admits(tooSoon)).isFalse();
        assertThat(rows(tooSoon)).isZero();
    }

    @Test
    void oneAddressGuessesManyAccountsNoFasterAndWhoeverSignsInThereAlwaysStillGetsIn() {
        AtomicInteger looked = new AtomicInteger();
        PasswordSignIn signIn = counting(looked);
        String office = TestPeople.address();
        signIn.authenticate(claim(person, TestPeople.PASSWORD, office));
        looked.set(0);
        for (int i = 0; i < 200; i++) {
            String account = "nobody-" + i + "-" + System.nanoTime();
            assertThatThrownBy(() -> signIn.authenticate(claim(account, WRONG, office)))
                    .isNotNull();
        }
        assertThat(looked).hasValue(50);
        assertThat(signIn.authenticate(claim(person, TestPeople.PASSWORD, office))
                        .isAuthenticated())
                .isTrue();
        String colleague = TestPeople.register(scenario, setup);
        assertThatThrownBy(() -> signIn.authenticate(claim(colleague, TestPeople.PASSWORD, office)))
                .isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void whatIsForgivenIsDeleted() {
        SignInThrottle throttle = new SignInThrottle(failures, transaction, clock);
        Attempt attempt = Attempt.of(person, TestPeople.address());
        throttle.admits(attempt);
        assertThat(rows(attempt)).isEqualTo(1);
        throttle.forget();
        assertThat(rows(attempt)).isEqualTo(1);
        clock.forward(Duration.ofHours(1));
        throttle.forget();
        assertThat(rows(attempt)).isZero();
    }

    /** Or an address would be believed for ever that has long been somebody else's. */
    @Test
    void anAddressFromWhichNobodySignedInForHalfAYearIsNoLongerKnown() {
        SignInThrottle throttle = new SignInThrottle(failures, transaction, clock);
        Attempt attempt = Attempt.of(person, TestPeople.address());
        throttle.succeeded(attempt);
        clock.forward(Duration.ofDays(179));
        throttle.forget();
        assertThat(failures.knows(attempt)).isTrue();
        clock.forward(Duration.ofDays(2));
        throttle.forget();
        assertThat(failures.knows(attempt)).isFalse();
    }

    private int rows(Attempt attempt) {
        return scenario.jdbc
                .sql("select count(*) from sign_in_failure where scope = 'PAIR' and subject = ?")
                .param(attempt.subject(Attempt.Scope.PAIR))
                .query(Integer.class)
                .single();
    }

    /** The real sign-in, on a clock that the test moves, and with each look at a hash counted. */
    private PasswordSignIn counting(AtomicInteger looked) {
        Accounts counted = mock(Accounts.class, call -> {
            if (call.getMethod().getName().equals("matches")) looked.incrementAndGet();
            return call.getMethod().invoke(accounts, call.getArguments());
        });
        return new PasswordSignIn(counted, authorities, new SignInThrottle(failures, transaction, clock));
    }

    private static Authentication claim(String person, String password, String address) {
        UsernamePasswordAuthenticationToken claim =
                UsernamePasswordAuthenticationToken.unauthenticated(person, password);
        claim.setDetails(new WebAuthenticationDetails(address, null));
        return claim;
    }

    private static String sentence(String page) {
        var found = java.util.regex.Pattern.compile("role=\"alert\">([^<]+)<").matcher(page);
        return found.find() ? found.group(1) : "";
    }

    /** Stands still unless the test moves it. */
    private static final class MovableClock extends Clock {
        private Instant now = Clock.systemUTC().instant();

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
