package org.gongxue.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.gongxue.local.Part;
import org.gongxue.local.identity.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A release of the reward service has folded one learner wrongly, so what the credit bank says of this learner cannot be
 * decided. Everything here is real but the wrong fold, which is put into the one head as such a release would have left
 * it; mending it is what raising an evolve version does.
 */
@ExtendWith(WithDemoRun.class)
class ParkedInABrowserIT {

    private static final Seat SEAT = Seat.at(35);
    private static final String PAGE = "/admin/parked";

    @Test
    void whatIsParkedIsProposedByOneAdministratorOnAPhoneAndConfirmedByAnotherAtADesk(DemoRun run) throws SQLException {
        SkillsOf2018 skills = run.skills();
        Claimant claimant = skills.somebody(SEAT);
        String learnerId = skills.desk().learnerId(claimant);
        run.house().awaitTakenIn("reward");
        damageHead(run, learnerId);
        SkillClaim claim = skills.starter(claimant);
        skills.desk().deposit(List.of(claim));
        House.await(() -> parked(run), count -> count > 0);
        assertThat(parked(run)).isPositive();

        Page phone = run.portal().signIn(Staff.ADMINISTRATOR, PAGE, Portal.PHONE);
        phone.getByText("1 处搁置，等人处理").waitFor();
        phone.getByText("学员 " + learnerId).waitFor();
        phone.getByText("消息和这里的记录对不上。").first().waitFor();
        phone.getByText("IllegalArgumentException").first().waitFor();
        finish(phone, "parked-phone");
        pressTwice(phone, "提出放行");
        phone.getByText("已提出，请另一位管理员来确认。").waitFor();
        phone.getByText("等另一位管理员确认").first().waitFor();
        assertThat(button(phone, "确认放行").count()).as("not by who proposed").isZero();
        phone.context().close();

        Page auditor = run.portal().signIn(Staff.AUDITOR, PAGE, Portal.DESK);
        auditor.getByText("学员 " + learnerId).waitFor();
        assertThat(button(auditor, "确认放行").count()).isZero();
        auditor.context().close();

        mendHead(run, learnerId);
        Page desk = run.portal().signIn(Staff.SECOND_ADMINISTRATOR, PAGE, Portal.DESK);
        desk.getByText("1 项提议等您确认").waitFor();
        finish(desk, "parked-desk");
        pressTwice(desk, "确认放行");
        desk.getByText("已办理 1 条消息").waitFor();
        desk.getByText("没有搁置的消息").waitFor();
        finish(desk, "parked-none");
        desk.context().close();

        assertThat(skills.reward(claim).path("state").asText()).isEqualTo("approved");
        assertThat(Replay.run(run.house(), Json.object("mode", "fold")).verdict())
                .isEqualTo("identical");
    }

    @Test
    void twoLinesAreProposedAndConfirmedTogetherAndWhatStaysIsSaid(DemoRun run) throws SQLException {
        SkillsOf2018 skills = run.skills();
        List<Claimant> claimants = skills.people(2, SEAT);
        List<String> learners = claimants.stream().map(skills.desk()::learnerId).toList();
        run.house().awaitTakenIn("reward");
        for (String learnerId : learners) {
            damageHead(run, learnerId);
        }
        List<SkillClaim> claims = claimants.stream().map(skills::starter).toList();
        skills.desk().deposit(claims);
        House.await(() -> parked(run), count -> count == 2);

        Page phone = run.portal().signIn(Staff.ADMINISTRATOR, PAGE, Portal.PHONE);
        phone.getByText("2 处搁置，等人处理").waitFor();
        pressTwice(phone, "全部提出放行（2）");
        phone.getByText("已提出，请另一位管理员来确认。").waitFor();

        mendHead(run, learners.getFirst());
        Page desk = run.portal().signIn(Staff.SECOND_ADMINISTRATOR, PAGE, Portal.DESK);
        desk.getByText("2 项提议等您确认").waitFor();
        pressTwice(desk, "全部确认放行（2）");
        desk.getByText("已办理 1 条，还有 1 条搁置。请看新的原因。").waitFor();
        desk.getByText("1 处搁置，等人处理").waitFor();
        finish(desk, "parked-one-stays");

        mendHead(run, learners.getLast());
        pressTwice(desk, "提出放行");
        desk.getByText("已提出，请另一位管理员来确认。").waitFor();
        phone.reload();
        pressTwice(phone, "确认放行");
        phone.getByText("没有搁置的消息").waitFor();
        phone.context().close();
        desk.context().close();
        assertThat(claims)
                .allSatisfy(claim ->
                        assertThat(skills.reward(claim).path("state").asText()).isEqualTo("approved"));
    }

    private static long parked(DemoRun run) {
        JsonNode position = run.house().position("reward");
        return position.path("parkedInputs").asLong();
    }

    /** The button of the page, then the same words in the question it asks. */
    private static void pressTwice(Page page, String words) {
        button(page, words).first().click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
                .click();
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words));
    }

    private static void finish(Page page, String name) {
        Portal.picture(page, name);
        Portal.assertReadable(page);
    }

    /** A unit that no unit can be called. */
    private static void damageHead(DemoRun run, String learnerId) throws SQLException {
        change(
                run,
                learnerId,
                "UPDATE log.head SET state = convert_to('{\"unitId\":\"no such unit\",\"awaiting\":[]}', 'UTF8')");
    }

    private static void mendHead(DemoRun run, String learnerId) throws SQLException {
        change(run, learnerId, "UPDATE log.head SET evolve_version = 0");
    }

    /** Changes the learner's head in the reward service, and lets the service let go of the heads that it remembers. */
    private static void change(DemoRun run, String learnerId, String update) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + run.campus().ports().of(Part.POSTGRES) + "/reward";
        String password = new Secrets(run.campus().home().secrets()).databasePassword("reward");
        try (var c = DriverManager.getConnection(url, "reward", password);
                var head = c.prepareStatement(update + " WHERE stream = ?");
                var epoch = c.prepareStatement("UPDATE log.meta SET head_epoch = head_epoch + 1")) {
            head.setString(1, "learner/" + learnerId);
            assertThat(head.executeUpdate()).isEqualTo(1);
            epoch.executeUpdate();
        }
    }
}
