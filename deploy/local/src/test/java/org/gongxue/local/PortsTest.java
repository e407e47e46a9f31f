package org.gongxue.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
    @Test
    void everyPortIsCountedFromTheGateways() {
        var ports = Ports.fromEnvironment(Map.of("CAMPUS_PORT", "9000"));

        assertThat(ports.of(Part.GATEWAY)).isEqualTo(9000);
        assertThat(ports.of(Part.ENROLLMENT)).isEqualTo(9001);
        assertThat(ports.of(Part.CREDIT_BANK)).isEqualTo(9002);
        assertThat(ports.of(Part.REWARD)).isEqualTo(9003);
        assertThat(ports.of(Part.KEYCLOAK)).isEqualTo(9004);
        assertThat(ports.of(Part.POSTGRES)).isEqualTo(9005);
        assertThat(ports.of(Part.KAFKA)).isEqualTo(9006);
        assertThat(ports.keycloakManagement()).isEqualTo(9007);
        assertThat(ports.kafkaController()).isEqualTo(9008);
        assertThat(ports.of(Part.REWARD_SECOND)).isEqualTo(9009);
    }

    @Test
    void withoutAWishTheGatewayIsAt8080() {
        assertThat(Ports.fromEnvironment(Map.of()).of(Part.GATEWAY)).isEqualTo(8080);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eighty", "80", "65530", "-1"})
    void aUselessPortIsRefusedWithTheNameOfTheVariable(String asked) {
        assertThatThrownBy(() -> Ports.fromEnvironment(Map.of("CAMPUS_PORT", asked)))
                .isInstanceOf(CampusException.class)
                .hasMessageContaining("CAMPUS_PORT")
                .hasMessageContaining(asked);
    }

    @Test
    void aTakenPortIsNamedWithTheProcessThatNeedsIt() throws IOException {
        Ports ports = Ports.free();
        assertThatCode(ports::requireFree).doesNotThrowAnyException();

        try (var stranger = new ServerSocket(ports.of(Part.KEYCLOAK), 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(CampusException.class)
                    .hasMessageContaining("port " + stranger.getLocalPort())
                    .hasMessageContaining("keycloak")
                    .hasMessageContaining("CAMPUS_PORT");
        }
    }

    @Test
    void aPortTakenOnAllAddressesIsTakenToo() throws IOException {
        Ports ports = Ports.free();

        try (var stranger = new ServerSocket(ports.of(Part.KAFKA))) {
            assertThatThrownBy(ports::requireFree).hasMessageContaining("port " + stranger.getLocalPort());
        }
    }
}
