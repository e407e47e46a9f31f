package org.gongxue.reward.audit.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.gongxue.eventlog.EventLog;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.boot.LogHouse;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.Roles;
import org.gongxue.reward.audit.Explanation;
import org.gongxue.reward.audit.IssueEvidence;
import org.gongxue.reward.audit.edge.EvidencePack.Asked;

/**
 * Evidence packs, to be taken away and checked without this service: {@code campus verify}. Each is a fact of the log
 * before it is handed out. For auditors and administrators alone, since the other services show their events to nobody
 * else.
 */
@Path("audit")
@RunOnVirtualThread
@RolesAllowed({Roles.AUDITOR, Roles.ADMINISTRATOR})
public class EvidenceResource {

    private static final String ZIP = "application/zip";
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Explanations explanations;
    private final Authority authority;
    private final Commands commands;
    private final EventLog<Object> log;
    private final LogHouse house;
    private final JsonWebToken token;
    private final ObjectMapper json;
    private final Config config;

    EvidenceResource(
            Explanations explanations,
            Authority authority,
            Commands commands,
            EventLog<Object> log,
            LogHouse house,
            JsonWebToken token,
            ObjectMapper json,
            Config config) {
        this.explanations = explanations;
        this.authority = authority;
        this.commands = commands;
        this.log = log;
        this.house = house;
        this.token = token;
        this.json = json;
        this.config = config;
    }

    /**
     * The pack of an entitlement.
     *
     * @param since the size of a checkpoint that the caller holds: the pack then brings the proof that the log went on
     *     from there
     */
    @GET
    @Path("entitlements/{entitlementId}/pack")
    @Produces(ZIP)
    public Response entitlement(
            @PathParam("entitlementId") @Pattern(regexp = ExplanationResource.ENTITLEMENT) String entitlementId,
            @QueryParam("since") @DefaultValue("0") @Min(0) long since) {
        admit();
        return pack(explanations.ofEntitlement(entitlementId), since);
    }

    /** The same, found by one of its payments. */
    @GET
    @Path("payments/{paymentId}/pack")
    @Produces(ZIP)
    public Response payment(
            @PathParam("paymentId") @Pattern(regexp = ExplanationResource.PAYMENT) String paymentId,
            @QueryParam("since") @DefaultValue("0") @Min(0) long since) {
        admit();
        return pack(explanations.ofPayment(paymentId), since);
    }

    private void admit() {
        authority.requireEverywhere(StaffRole.AUDITOR, StaffRole.ADMINISTRATOR);
    }

    private Response pack(Explanation explained, long since) {
        var explanation = bytes(explained);
        var sheet = Workpaper.write(explained);
        var pack = new EvidencePack(logs(), explanation, sheet);
        pack.takeFromOthersThan(house.service());
        var stated = commands.run(new IssueEvidence(
                commands.newId("EV"),
                explained.entitlementId(),
                explained.paymentId(),
                EvidenceFiles.digest(explanation),
                EvidenceFiles.digest(sheet)));
        var statement = log.tree().entries(stated.firstIndex(), 1).getFirst();
        var zip = pack.zip(new Asked(explained.entitlementId(), explained.paymentId()), statement, since);
        return Response.ok(zip, ZIP)
                .header("Content-Disposition", "attachment; filename=\"" + name(explained) + ".zip\"")
                .build();
    }

    private static String name(Explanation explained) {
        var paymentId = explained.paymentId();
        return "evidence-" + (paymentId == null ? explained.entitlementId() : paymentId);
    }

    private Map<String, LogSource> logs() {
        var logs = new HashMap<String, LogSource>();
        logs.put(house.service(), new OwnLog(log.tree(), house::hastenCheckpoint));
        for (var source : house.sources()) {
            var url = config.getValue("gongxue." + source + "-url", String.class) + "/api/" + source;
            logs.put(source, new ForeignLog(HTTP, json, source, url, token.getRawToken()));
        }
        return logs;
    }

    private byte[] bytes(Explanation explained) {
        try {
            return json.writeValueAsBytes(explained);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("explanations are plain records", e);
        }
    }
}
