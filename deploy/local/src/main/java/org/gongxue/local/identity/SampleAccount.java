package org.gongxue.local.identity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.gongxue.local.CampusException;

/**
 * A person of the local realm; nobody real, and the display name says so.
 *
 * @param username what is typed to sign in; of learners their phone number
 * @param displayName shown in pages, ends in （样例）
 */
public record SampleAccount(String username, String displayName, RealmRole role) {
    private static final String SAMPLE = "（样例）";
    private static final int LEARNERS = 20;
    private static final long FIRST_PHONE = 13_900_000_001L;

    /** The districts and functional zones of Qingdao as of the program years, in the order of the officers. */
    private static final List<String> DISTRICTS =
            List.of("市南区", "市北区", "李沧区", "崂山区", "城阳区", "黄岛区", "即墨区", "胶州市", "平度市", "莱西市", "高新区", "保税区");

    /** The account that may do an administrator's work before anyone is appointed. */
    public static final SampleAccount FIRST_ADMINISTRATOR =
            new SampleAccount("admin1", "项目管理员甲" + SAMPLE, RealmRole.ADMINISTRATOR);

    private static final List<SampleAccount> ALL = all();

    /** Everyone, staff first. */
    public static List<SampleAccount> everyone() {
        return ALL;
    }

    /**
     * The account of that user name.
     *
     * @throws CampusException when there is none, naming those there are
     */
    public static SampleAccount named(String username) {
        return ALL.stream()
                .filter(account -> account.username.equals(username))
                .findFirst()
                .orElseThrow(() -> new CampusException(
                        "there is no sample account \"" + username + "\"; there are: " + String.join(", ", names())));
    }

    /** What can be asked a token for: people, then machine clients. */
    public static List<String> names() {
        var names = new ArrayList<>(ALL.stream().map(SampleAccount::username).toList());
        names.addAll(MachineClient.names());
        return names;
    }

    /** The `sub` of its tokens: the same in every local realm. */
    public String subject() {
        return subjectOf(username);
    }

    static String subjectOf(String username) {
        return UUID.nameUUIDFromBytes(("gongxue-sample/" + username).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static List<SampleAccount> all() {
        var all = new ArrayList<SampleAccount>();
        all.add(FIRST_ADMINISTRATOR);
        all.add(new SampleAccount("admin2", "项目管理员乙" + SAMPLE, RealmRole.ADMINISTRATOR));
        all.add(new SampleAccount("finance1", "财务经办" + SAMPLE, RealmRole.FINANCE));
        all.add(new SampleAccount("finance2", "财务复核" + SAMPLE, RealmRole.FINANCE));
        all.add(new SampleAccount("auditor1", "审计员" + SAMPLE, RealmRole.AUDITOR));
        all.add(registrar("10699-a", "西北工业大学经办"));
        all.add(registrar("10699-b", "西北工业大学复核"));
        all.add(registrar("10491-a", "中国地质大学经办"));
        all.add(registrar("10613-a", "西南交通大学经办"));
        all.add(registrar("10019-a", "中国农业大学经办"));
        for (int at = 0; at < DISTRICTS.size(); at++) {
            all.add(officer("%02d".formatted(at + 1), DISTRICTS.get(at) + "总工会干部"));
        }
        all.add(officer("city", "市总工会干部"));
        all.add(officer("g1", "基层工会干部甲"));
        all.add(officer("g2", "基层工会干部乙"));
        IntStream.range(0, LEARNERS)
                .mapToObj(at -> new SampleAccount(
                        Long.toString(FIRST_PHONE + at), "学员%02d".formatted(at + 1) + SAMPLE, RealmRole.LEARNER))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static SampleAccount registrar(String suffix, String name) {
        return new SampleAccount("registrar-" + suffix, name + SAMPLE, RealmRole.REGISTRAR);
    }

    private static SampleAccount officer(String suffix, String name) {
        return new SampleAccount("officer-" + suffix, name + SAMPLE, RealmRole.UNION_OFFICER);
    }
}
