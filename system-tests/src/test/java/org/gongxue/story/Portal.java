package org.gongxue.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The portal in a real browser: the one Debian installs, with a fresh profile for each person. */
final class Portal implements AutoCloseable {

    /** A phone, as wide as the learners' pages are drawn for. */
    static final int PHONE = 390;
    /** A desk. */
    static final int DESK = 1280;

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final URI door;
    private final String password;
    private final Playwright playwright;
    private final Browser browser;

    Portal(URI door, String password) {
        this.door = door;
        this.password = password;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--lang=zh-CN",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    /** Opens a page without signing in. */
    Page visit(String path, int width) {
        Page page = newPage(width);
        page.navigate(door.resolve(path).toString());
        return page;
    }

    /** Signs in at the identity provider's own page and comes back to the page asked for. */
    Page signIn(String account, String to, int width) {
        Page page = newPage(width);
        page.navigate(door.resolve("/login?to=" + to).toString());
        page.fill("input[name=username]", account);
        page.fill("input[name=password]", password);
        page.click("[type=submit]");
        page.waitForURL(url ->
                url.startsWith(door.toString()) && URI.create(url).getPath().equals(to));
        return page;
    }

    private Page newPage(int width) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(width, width == PHONE ? 844 : 860));
        return context.newPage();
    }

    /** Writes the whole page as a picture. */
    static void picture(Page page, String name) {
        page.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** Nothing is wider than the screen, and no rule of accessibility is gravely broken. */
    static void assertReadable(Page page) {
        int overflow =
                (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).as("columns beyond the screen").isLessThanOrEqualTo(0);
        var grave = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(violation -> GRAVE.contains(violation.getImpact()))
                        .map(violation -> violation.getId() + ": " + violation.getHelp() + " at "
                                + violation.getNodes().getFirst().getHtml())
                        .toList();
        assertThat(grave).as("accessibility").isEmpty();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
