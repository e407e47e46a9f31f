package org.gongxue.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.Stream;
import org.gongxue.story.SkillCertificate.Route;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the skill rewards as people meet them, on a phone and at a desk. */
@ExtendWith(WithDemoRun.class)
class SkillPagesInABrowserIT {

    /** A page, who opens it, and what can be read on it after the story. */
    private record Look(String name, String account, String path, List<String> words) {}

    private static final List<Look> LOOKS = List.of(
            new Look("benefits-recovered", Synthetic.phone(12), "/me/benefits", List.of("已退回", "1,000.00")),
            new Look("benefits-paid-again", Synthetic.phone(15), "/me/benefits", List.of("已付", "1,000.00")),
            new Look("benefits-expired", Synthetic.phone(11), "/me/benefits", List.of("候补到期")),
            new Look("benefits-refused", Synthetic.phone(10), "/me/benefits", List.of("未通过")),
            new Look("office", Staff.district(0), "/office", List.of("待办")),
            new Look("office-quotas", Staff.CITY_OFFICER, "/office/quotas", List.of("名额", "市南区")),
            new Look("admin-policies", Staff.ADMINISTRATOR, "/admin/policies", List.of("政策", "职工一次性技能提升奖励")),
            new Look("admin-funds", Staff.FINANCE, "/admin/funds", List.of("资金", "技能奖励 2017")));

    static Stream<Arguments> looks() {
        return LOOKS.stream()
                .flatMap(look -> Stream.of(Portal.PHONE, Portal.DESK).map(width -> Arguments.of(look, width)));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("looks")
    void everyPageShowsWhatItHasToAndCanBeReadByAll(Look look, int width, DemoRun run) {
        run.skills();
        Page page = run.portal().signIn(look.account(), look.path(), width);
        for (String word : look.words()) {
            page.getByText(word).locator("visible=true").first().waitFor();
        }
        finish(page, look.name(), width);
    }

    @ParameterizedTest
    @ValueSource(ints = {Portal.PHONE, Portal.DESK})
    void anybodyLearnsWhatThereIsToGetInThreeQuestions(int width, DemoRun run) {
        run.skills();
        Page page = run.portal().visit("/", width);
        press(page, "开始自测");
        page.getByLabel("输入几个字查找").fill("第30");
        press(page, "市直第30样例单位工会");
        press(page, "中级工");
        Portal.picture(page, "self-check-question-" + width);
        press(page, "高级工");
        page.getByText("能领 2,000.00 元").first().waitFor();
        finish(page, "self-check", width);
    }

    @ParameterizedTest
    @ValueSource(ints = {Portal.PHONE, Portal.DESK})
    void aLearnerSeesPlaceAndAmountBeforeHandingACertificateIn(int width, DemoRun run) {
        run.skills();
        int number = width == Portal.PHONE ? 18 : 19;
        SkillCertificate certificate = new SampleIssuer(80_000 + number)
                .issue(2018, Trade.first(2).getLast(), SkillLevel.INTERMEDIATE, Route.TRAINING);
        Page page = run.portal().signIn(Synthetic.phone(number), "/me/claims/new", width);
        page.getByLabel("工种（职业）").fill(certificate.trade().name());
        page.getByLabel("职业编码").fill(certificate.trade().code());
        page.getByLabel("新等级").selectOption("INTERMEDIATE");
        page.getByLabel("发证日期").fill(certificate.issuedOn().toString());
        page.getByLabel("证书编号").fill(certificate.number());
        page.getByText("培训", new Page.GetByTextOptions().setExact(true)).click();
        Portal.picture(page, "claim-form-" + width);
        press(page, "看名额和金额");
        page.getByText("可以领 1,000.00 元").first().waitFor();
        Portal.picture(page, "claim-preview-" + width);
        Portal.assertReadable(page);
        press(page, "提交申领");
        page.getByText("证书已认定").first().waitFor();
        finish(page, "claim-done", width);
    }

    private static void press(Page page, String name) {
        Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
        button.first().click();
    }

    private static void finish(Page page, String name, int width) {
        Portal.picture(page, name + "-" + width);
        Portal.assertReadable(page);
        assertThat(page.innerText("body")).doesNotContain("undefined", "NaN");
        page.context().close();
    }
}
