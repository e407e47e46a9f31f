package org.gongxue.creditbank.issuer;

import java.util.List;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;

/** What the register says of an issuer once a command has taken effect. */
public record IssuerAnswer(String issuerCode, Issuer issuer) {

    static Decision accepted(String issuerCode, Issuer before, Object event) {
        return Decision.accepted(
                List.of(NewEvent.of(Issuer.STREAM.id(issuerCode), event)),
                new IssuerAnswer(issuerCode, before.evolve(event)));
    }
}
