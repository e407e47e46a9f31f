package org.gongxue.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three pages as people meet them: they sign in, look, act and read the answer. */
@ExtendWith(WithDemoRun.class)
class ThreePagesInABrowserIT {

    private static final double REPLAY_MILLIS_MAX = 60_000;

    @ParameterizedTest
    @ValueSource(ints = {Portal.PHONE, Portal.DESK})
    void aLearnerReadsWhatWasPaid(int width, DemoRun run) {
        Page page = run.portal().signIn(Synthetic.phone(Cast.PLAIN_GRADUATE), "/me", width);
        page.waitForSelector("text=8,000.00");
        assertThat(page.innerText("body")).contains("已付", "80");
        Portal.picture(page, "me-paid-" + width);
        Portal.assertReadable(page);
        page.context().close();
    }

    @Test
    void aLearnerReadsThatARevokedCertificateNoLongerCounts(DemoRun run) {
        Page page = run.portal().signIn(Synthetic.phone(Cast.REVOKED), "/me", Portal.PHONE);
        page.waitForSelector("text=72");
        assertThat(page.innerText("body")).contains("撤销");
        Portal.picture(page, "me-revoked-" + Portal.PHONE);
        Portal.assertReadable(page);
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {Portal.PHONE, Portal.DESK})
    void aRegistrarUploadsAFileAndReadsTheFourCounts(int width, DemoRun run) {
        GraduationFile file = new GraduationFile(new Cast());
        Page page = run.portal().signIn(Staff.REGISTRAR, "/school", width);
        page.locator("input[type=file]")
                .first()
                .setInputFiles(new FilePayload(GraduationFile.NAME, Workbooks.CONTENT_TYPE, file.workbook()));
        page.waitForSelector("text=1.07E+17");
        String text = page.innerText("body");
        assertThat(text).contains("303", "298", "毕业证书编号", file.shortNumber());
        Portal.picture(page, "school-" + width);
        Portal.assertReadable(page);
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {Portal.PHONE, Portal.DESK})
    void anAuditorStartsAReplayWatchesItAndReadsTheVerdict(int width, DemoRun run) {
        Page page = run.portal().signIn(Staff.AUDITOR, "/audit", width);
        Locator past = page.getByLabel("历史重放").locator("tbody tr");
        past.first().waitFor();
        int before = past.count();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("开始重放"))
                .click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("开始重放"))
                .click();
        page.getByText("正在进行").waitFor();
        Portal.picture(page, "audit-running-" + width);
        past.nth(before).waitFor(new Locator.WaitForOptions().setTimeout(REPLAY_MILLIS_MAX));
        JsonNode latest = run.house()
                .as(Staff.AUDITOR)
                .readAll(Paths.REWARD + "audit/replays")
                .getFirst();
        assertThat(page.innerText("body"))
                .contains(
                        "台账与事件完全一致",
                        Yuan.of(latest.path("netPaidFen").asLong()),
                        String.format(
                                Locale.ROOT,
                                "%,d",
                                latest.path("confirmedPayments").asLong()));
        Portal.picture(page, "audit-" + width);
        Portal.assertReadable(page);
        page.context().close();
    }
}
