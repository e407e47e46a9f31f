package org.gongxue.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on which administrators and auditors look at events, with what it says when there is nothing to look at. */
@ExtendWith(WithDemoRun.class)
class LogInABrowserIT {

    private static final String PAGE = "/admin/log";

    @ParameterizedTest
    @ValueSource(ints = {Portal.PHONE, Portal.DESK})
    void eventsAreLookedForAndOneIsFollowedToItsCauseAndItsEffects(int width, DemoRun run) {
        Page page = run.portal().signIn(Staff.ADMINISTRATOR, PAGE, width);
        page.locator("tbody tr").first().waitFor();
        finish(page, "log-" + width);

        look(page, "fund/nobody");
        page.getByText("没有符合条件的事件").waitFor();
        finish(page, "log-none-" + width);

        look(page, "Fund");
        page.getByText("请写“种类/编号”，或只写种类").waitFor();
        assertThat(page.locator("input[aria-invalid=true]").count()).isEqualTo(1);
        finish(page, "log-bad-filter-" + width);

        look(page, "fund");
        page.locator("tbody th a").first().click();
        page.getByText("这次办理记下").waitFor();
        page.getByText("内容与记录时一致").waitFor();
        finish(page, "log-event-" + width);
        page.getByText("同一件事的全部事件").click();
        page.locator("tbody tr").first().waitFor();
        page.getByLabel("取消“只看同一件事”").click();
        page.waitForURL(url -> !url.contains("correlation"));
        page.context().close();
    }

    @Test
    void aServiceThatIsAwayAndAnEventThatIsNotThereAreSaidWithAWayOn(DemoRun run) {
        Page page = run.portal().signIn(Staff.AUDITOR, PAGE, Portal.PHONE);
        page.locator("tbody tr").first().waitFor();
        page.route("**/api/reward/log/events?*", LogInABrowserIT::away);
        look(page, "fund");
        page.getByText("系统繁忙").waitFor();
        finish(page, "log-away");
        page.unroute("**/api/reward/log/events?*");
        button(page, "重试").click();
        page.locator("tbody tr").first().waitFor();

        page.navigate(run.door().resolve(PAGE + "/reward/999999999").toString());
        page.getByRole(AriaRole.ALERT).getByText("没有找到").first().waitFor();
        assertThat(page.locator("h1").innerText()).isEqualTo("第 999,999,999 号事件");
        finish(page, "log-event-not-there");
        page.getByText("返回列表").click();
        page.locator("tbody tr").first().waitFor();

        page.navigate(run.door().resolve(PAGE + "/payroll/1").toString());
        page.getByText("没有这个页面").waitFor();
        page.context().close();
    }

    @Test
    void onAPhoneTheProfileLeadsToThePagesThatTheBarHasNoRoomFor(DemoRun run) {
        Page page = run.portal().signIn(Staff.AUDITOR, "/profile", Portal.PHONE);
        Locator more = page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("更多页面"));
        more.getByText("事件").waitFor();
        finish(page, "profile-more");
        more.getByText("搁置").click();
        page.getByText("没有搁置的消息").waitFor();
        page.context().close();
    }

    private static void look(Page page, String stream) {
        page.locator(".find .fields input").first().fill(stream);
        button(page, "查找").click();
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    private static void away(Route route) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(503)
                .setContentType("application/problem+json")
                .setBody("""
                        {"title":"系统繁忙","status":503,"code":"BUSY","detail":"请稍等片刻再试。"}"""));
    }

    private static void finish(Page page, String name) {
        Portal.picture(page, name);
        Portal.assertReadable(page);
    }
}
