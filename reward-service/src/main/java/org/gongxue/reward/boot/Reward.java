package org.gongxue.reward.boot;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gongxue.eventlog.Domain;
import org.gongxue.kit.boot.CatalogCodec;
import org.gongxue.reward.RewardCommand;
import org.gongxue.reward.RewardDomain;

/** The domain whose log the kit opens. */
class Reward {

    @Produces
    @Singleton
    Domain<RewardCommand> domain() {
        return new RewardDomain(new CatalogCodec());
    }
}
