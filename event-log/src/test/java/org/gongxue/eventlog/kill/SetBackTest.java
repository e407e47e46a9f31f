package org.gongxue.eventlog.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Invariants 1 and 2 when the database or the topic is not what it was: files are exchanged and cut off. */
@Timeout(600)
class SetBackTest {
    private final House house = House.running();

    private Campaign played(Variant variant) {
        var campaign = new Campaign(house, variant, 1);
        campaign.leave();
        return campaign;
    }

    /** Goes on after a copy of the database was made, and then brings the copy back. */
    private void setDatabaseBack(Campaign campaign) {
        Path now = house.postgres().data();
        Path then = now.resolveSibling("postgres-then");
        withoutPostgres(() -> Programs.copy(now, then));
        assertThat(campaign.comeBack()).isEqualTo(ServiceMain.READY);
        campaign.goOn();
        campaign.leave();
        withoutPostgres(() -> {
            Programs.delete(now);
            Programs.copy(then, now);
            Programs.delete(then);
        });
    }

    private void withoutPostgres(Runnable act) {
        house.postgres().close();
        try {
            act.run();
        } finally {
            house.postgres().startAgain();
        }
        house.postgres().awaitReady();
    }

    private void withoutKafka(Runnable act) {
        house.kafka().close();
        try {
            act.run();
        } finally {
            house.kafka().startAgain();
        }
        house.kafka().awaitReady();
    }

    private static long lastIndex(Services services, String service) throws SQLException {
        try (Connection c = services.dataSource(service).getConnection()) {
            return Rows.lastIndex(c);
        }
    }

    @Test
    void anOlderDatabaseIsNotStartedAndNothingIsAppended() throws SQLException {
        try (Campaign campaign = played(Variant.SOUND)) {
            setDatabaseBack(campaign);
            Services services = campaign.services();
            long last = lastIndex(services, services.mint());
            List<Long> topic = TopicRows.ends(services.kafka(), services.mint());

            assertThat(campaign.comeBack())
                    .startsWith(ServiceMain.REFUSED)
                    .contains("ahead of the log", "`campus recover " + services.mint() + "`");
            campaign.process().awaitDeath();
            assertThat(lastIndex(services, services.mint())).isEqualTo(last);
            assertThat(TopicRows.ends(services.kafka(), services.mint())).isEqualTo(topic);
        }
    }

    @Test
    void aPublisherThatDoesNotCompareIsCaught() {
        try (Campaign campaign = played(Variant.PUBLISHES_FROM_ITS_WATERMARK)) {
            setDatabaseBack(campaign);
            assertThat(campaign.comeBack()).isEqualTo(ServiceMain.READY);
            campaign.goOn();
            campaign.awaitFound("deed .* is lost: it was acknowledged.*");
            campaign.awaitFound("topic and log differ at .*");
        }
    }

    @Test
    void topicsThatLostTheirEndArePublishedAgainWithoutGapOrDuplicate() {
        try (Campaign campaign = played(Variant.SOUND)) {
            Services services = campaign.services();
            withoutKafka(() -> {
                assertThat(new TopicFiles(house.kafka(), services.mint()).cutTail())
                        .isPositive();
                assertThat(new TopicFiles(house.kafka(), services.toy()).cutTail())
                        .isPositive();
            });
            assertThat(campaign.comeBack()).isEqualTo(ServiceMain.READY);
            campaign.goOn();
            assertThat(campaign.inspect()).isEmpty();
        }
    }

    @Test
    void aTopicThatLostTheEndOfATransactionIsPublishedAgainWithoutGapOrDuplicate() {
        try (Campaign campaign = played(Variant.SOUND)) {
            Services services = campaign.services();
            withoutKafka(() -> assertThat(new TopicFiles(house.kafka(), services.toy()).cutTailAndTheMarkBeforeIt())
                    .isPositive());
            assertThat(campaign.comeBack()).isEqualTo(ServiceMain.READY);
            campaign.goOn();
            assertThat(campaign.inspect()).isEmpty();
        }
    }

    @Test
    void aPublisherThatDoesNotAskTheTopicIsCaught() {
        try (Campaign campaign = played(Variant.PUBLISHES_FROM_ITS_WATERMARK)) {
            Services services = campaign.services();
            withoutKafka(() -> new TopicFiles(house.kafka(), services.toy()).halve());
            assertThat(campaign.comeBack()).isEqualTo(ServiceMain.READY);
            campaign.goOn();
            campaign.awaitFound("partition \\d has sequence .*");
        }
    }

    @Test
    void aTopicThatLostMoreThanItsEndIsNotGoneOnWith() {
        try (Campaign campaign = played(Variant.SOUND)) {
            Services services = campaign.services();
            withoutKafka(() -> new TopicFiles(house.kafka(), services.toy()).cutPartition(0));
            List<Long> topic = TopicRows.ends(services.kafka(), services.toy());
            campaign.comeBack();
            campaign.goOn();
            assertThat(campaign.awaitSentAway())
                    .contains("lost events from its middle")
                    .contains("remove the topic");
            assertThat(TopicRows.ends(services.kafka(), services.toy())).isEqualTo(topic);
        }
    }
}
