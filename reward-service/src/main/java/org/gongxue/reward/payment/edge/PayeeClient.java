package org.gongxue.reward.payment.edge;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The vault's door for payees, in the enrollment service; it writes down who asked for what batch. */
@RegisterRestClient(configKey = "payees")
@Path("/api/enrollment/payees")
interface PayeeClient {

    /** Whose accounts are needed, and for what. */
    record PayeeRequest(String purpose, String batchId, List<Wanted> payees) {}

    /** A learner's account in the version that was checked; a later one is another account. */
    record Wanted(String learnerId, int version) {}

    /** An account in its owner's name. Lives in memory while a file is written, and nowhere else. */
    record Payee(String learnerId, int version, String name, String accountNumber, String bankName, String bankCode) {

        @Override
        public String toString() {
            return "Payee[" + learnerId + " " + version + "]";
        }

        Wanted wanted() {
            return new Wanted(learnerId, version);
        }
    }

    /** The accounts in these versions; what there is none of is left out. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    List<Payee> payees(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, PayeeRequest request);
}
