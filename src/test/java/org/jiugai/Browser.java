package org.jiugai;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jiugai.demonstration.DemonstrationCounty;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A person at a Chromium. Without Chromium on the machine the tests that need it are skipped, unless {@code -Djiugai.browser=required}
 * says that they must run.
 */
public final class Browser implements AutoCloseable {
    private static final List<String> CHROMIUM =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final List<String> DRIVERS =
            List.of("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");
    /** Width of the phone on which leaders approve. */
    public static final int PHONE = 390;

    /** The narrowest phone on which residents' pages must work. */
    public static final int NARROW = 360;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final ChromeDriver driver;
    private final String base;

    private Browser(ChromeDriver driver, String base) {
        this.driver = driver;
        this.base = base;
    }

    /** Whether this machine has one. */
    public static boolean isInstalled() {
        return first(CHROMIUM) != null && first(DRIVERS) != null;
    }

    /** Opens a new browser of that width on the application. */
    public static Browser open(int port, int width) {
        return open(port, options("--window-size=" + width + ",1000"));
    }

    /** Opens the browser of a phone: 390 × 844 points, two pixels each, with a touch screen. */
    public static Browser phone(int port) {
        return phone(port, PHONE);
    }

    /** The same with a screen so many points wide. */
    public static Browser phone(int port, int width) {
        ChromeOptions options = options();
        options.setExperimentalOption(
                "mobileEmulation",
                Map.of(
                        "deviceMetrics",
                        Map.of("width", width, "height", 844, "pixelRatio", 2, "touch", true, "mobile", true)));
        return open(port, options);
    }

    private static Browser open(int port, ChromeOptions options) {
        String chromium = first(CHROMIUM);
        String chromedriver = first(DRIVERS);
        boolean there = chromium != null && chromedriver != null;
        if ("required".equals(System.getProperty("jiugai.browser")) && !there) {
            throw new AssertionError("browser tests are required, but chromium or chromedriver is missing");
        }
        Assumptions.assumeTrue(there, "chromium and chromedriver are not installed");
        options.setBinary(chromium);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(chromedriver))
                .build();
        return new Browser(new ChromeDriver(service, options), "http://localhost:" + port);
    }

    private static ChromeOptions options(String... more) {
        ChromeOptions options = new ChromeOptions();
        options.addArguments(more);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=zh-CN",
                "--accept-lang=zh-CN,zh");
        return options;
    }

    private static @org.jspecify.annotations.Nullable String first(List<String> paths) {
        return paths.stream().filter(p -> new File(p).canExecute()).findFirst().orElse(null);
    }

    public void signIn(String person) {
        signIn(person, DemonstrationCounty.PASSWORD);
    }

    public void signIn(String person, String password) {
        driver.get(base + "/login");
        driver.findElement(By.id("username")).sendKeys(person);
        driver.findElement(By.id("password")).sendKeys(password);
        driver.findElement(By.cssSelector("button[type=submit]")).click();
        waiting().until(ExpectedConditions.not(ExpectedConditions.urlContains("/login")));
    }

    /** Takes over the session of somebody who signed in without a browser. */
    public void be(SignedInClients.Client person) {
        driver.get(base + "/favicon.ico");
        driver.manage().deleteAllCookies();
        person.cookies().forEach((name, value) -> driver.manage().addCookie(new Cookie(name, value)));
    }

    /** Runs this in every document and frame from now on, before anything that is in it. */
    public void beforeEveryPage(String javascript) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", javascript));
    }

    /** What a page's policy would forbid is done, so that a test sees it. */
    public void ignoreContentSecurityPolicy() {
        driver.executeCdpCommand("Page.setBypassCSP", Map.of("enabled", true));
    }

    /** Waits until what the page does by itself at first is done. */
    public void settle() {
        driver.executeAsyncScript(
                "const done = arguments[0]; requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => done()), 60));");
    }

    /** Waits until nothing more is loaded. */
    public void quiet() {
        driver.executeAsyncScript(
                """
                const done = arguments[0];
                let loaded = -1, same = 0;
                (function look() {
                  const now = performance.getEntriesByType('resource').length + document.querySelectorAll('*').length;
                  same = now === loaded ? same + 1 : 0;
                  loaded = now;
                  same === 3 ? done() : setTimeout(look, 100);
                })();""");
    }

    /** Waits until the script says true. */
    public void until(String javascript, Object... arguments) {
        waiting().until(d -> Boolean.TRUE.equals(driver.executeScript(javascript, arguments)));
    }

    public void go(String path) {
        driver.get(base + path);
    }

    public WebElement see(By what) {
        return waiting().until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    public List<WebElement> all(By what) {
        return driver.findElements(what);
    }

    /** Waits until the text stands in the element. */
    public void seeText(By where, String text) {
        waiting().until(ExpectedConditions.textToBePresentInElementLocated(where, text));
    }

    public void goneIs(By what) {
        waiting().until(ExpectedConditions.invisibilityOfElementLocated(what));
    }

    /** Clicks the element as soon as it stands still and nothing covers it: a form moves while its parts arrive. */
    public void click(By what) {
        waiting()
                .ignoring(ElementClickInterceptedException.class)
                .ignoring(StaleElementReferenceException.class)
                .until(d -> {
                    WebElement element =
                            ExpectedConditions.elementToBeClickable(what).apply(d);
                    if (element == null) return false;
                    driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
                    element.click();
                    return true;
                });
    }

    /** Touches the middle of the element, as soon as nothing covers it. */
    public void tap(By what) {
        WebElement element = waiting().until(ExpectedConditions.elementToBeClickable(what));
        driver.executeScript("arguments[0].scrollIntoView({block: 'nearest'})", element);
        waiting().withMessage("nothing covers " + what).until(d -> inReach(element));
        new Actions(driver)
                .setActivePointer(PointerInput.Kind.TOUCH, "finger")
                .click(element)
                .perform();
    }

    /** Whether a finger on the middle of the element would touch it, where the screen is scrolled to now. */
    public boolean inReach(By what) {
        return inReach(see(what));
    }

    private boolean inReach(WebElement element) {
        return Boolean.TRUE.equals(driver.executeScript(
                """
                const box = arguments[0].getBoundingClientRect();
                const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                return hit !== null && arguments[0].contains(hit);
                """,
                element));
    }

    public void type(By where, String text) {
        WebElement field = see(where);
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", field);
        field.sendKeys(text);
    }

    /** Puts a file into a file input, visible or not. */
    public void attach(By input, Path file) {
        waiting()
                .until(ExpectedConditions.presenceOfElementLocated(input))
                .sendKeys(file.toAbsolutePath().toString());
    }

    /** Any address, also of another site. */
    public void goTo(String address) {
        driver.get(address);
    }

    public String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    public void waitForAddress(String part) {
        waiting().until(ExpectedConditions.urlContains(part));
    }

    /** Looks at the window that was opened last, once there are so many. */
    public void lookAtWindow(int number) {
        waiting().until(ExpectedConditions.numberOfWindowsToBe(number));
        driver.switchTo().window(List.copyOf(driver.getWindowHandles()).get(number - 1));
    }

    public Object script(String javascript, Object... arguments) {
        return driver.executeScript(javascript, arguments);
    }

    /** What the browser's console said that is an error. */
    public List<String> errors() {
        return driver.manage().logs().get("browser").getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= java.util.logging.Level.SEVERE.intValue())
                .map(entry -> entry.getMessage())
                .toList();
    }

    /**
     * Scrolls what scrolls by itself until the element stands in its middle.
     *
     * @return how far it is scrolled then, in whole points
     */
    public int scrollWithin(By what, By element) {
        return ((Number) driver.executeScript(
                        """
                        const [list, element] = arguments;
                        element.scrollIntoView({block: 'center'});
                        return list.scrollTop = Math.round(list.scrollTop);
                        """,
                        see(what),
                        see(element)))
                .intValue();
    }

    /** Waits until it is scrolled there. */
    public void seeScrolled(By what, int top) {
        waiting().until(ExpectedConditions.domPropertyToBe(see(what), "scrollTop", String.valueOf(top)));
    }

    public void back() {
        driver.navigate().back();
    }

    public void resize(int width, int height) {
        driver.manage().window().setSize(new org.openqa.selenium.Dimension(width, height));
    }

    /** Keeps a picture under target/screenshots. */
    public void picture(String name) {
        try {
            Files.write(
                    Files.createDirectories(Path.of("target/screenshots")).resolve(name + ".png"),
                    driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page that changes between finding an element and asking it is asked again; the driver has many words for that. */
    private WebDriverWait waiting() {
        WebDriverWait wait = new WebDriverWait(driver, PATIENCE);
        wait.ignoring(WebDriverException.class);
        return wait;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
