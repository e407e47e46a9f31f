package org.gongxue.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** What an operator may set; {@code application.yaml} names the environment variable of each. */
@ConfigMapping(prefix = "gongxue")
public interface GatewayConfig {

    /** Base address of each service by its name in the path: {@code enrollment} serves {@code /api/enrollment/*}. */
    Map<String, URI> services();

    /** The address people type, such as {@code https://gongxue.example}; https makes browsers insist on it from then on. */
    URI publicUrl();

    /** Calls a minute one caller may make; a caller is an account, or an address where nobody is signed in. */
    @WithDefault("6000")
    int rateLimit();

    /** The largest request body passed on; a bigger one is answered with 413. */
    @WithDefault("64M")
    MemorySize uploadLimit();

    /** How long a service may stay silent before it begins its answer; after that the caller gets 504. */
    @WithDefault("PT5M")
    Duration answerLimit();
}
