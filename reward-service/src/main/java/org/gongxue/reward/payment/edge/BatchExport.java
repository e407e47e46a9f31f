package org.gongxue.reward.payment.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClientException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.gongxue.eventlog.Refusal;
import org.gongxue.kit.door.AwayException;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.reward.entitlement.edge.Entitlement;
import org.gongxue.reward.entitlement.edge.PaymentAttemptRow;
import org.gongxue.reward.payment.edge.PayeeClient.Payee;
import org.gongxue.reward.payment.edge.PayeeClient.PayeeRequest;
import org.gongxue.reward.payment.edge.PayeeClient.Wanted;

/**
 * Writes the bank file of a batch, with payees fetched for this once and forgotten again. It goes to the accounts that
 * were frozen, and names only what the bank has not answered yet, so that no payment is asked for twice.
 */
@ApplicationScoped
class BatchExport {

    private static final int CHUNK = 500;
    private static final Duration TOKEN_PATIENCE = Duration.ofSeconds(10);

    /** A bank file and its digest. */
    @SuppressWarnings("ArrayRecordComponent") // exact bytes, never compared as part of the record
    record Exported(byte[] file, String digest, int lines, long totalFen) {}

    private final PayeeClient client;
    private final OidcClient tokens;
    private final BankTemplate template;

    BatchExport(
            @RestClient PayeeClient client,
            OidcClient tokens,
            ObjectMapper json,
            @ConfigProperty(name = "gongxue.bank.template") String template) {
        this.client = client;
        this.tokens = tokens;
        this.template = BankTemplate.load(template, json);
    }

    /** The bank's template in use. */
    BankTemplate template() {
        return template;
    }

    /**
     * The file of an approved batch's open lines. What was revoked since an earlier file is not asked for again.
     *
     * @throws RefusedException if none is open, the vault has not an account in the version that was frozen, or it does
     *     not answer
     */
    Exported export(PaymentBatch batch) {
        var revoked = Entitlement.revokedIn(batch.batchId);
        var attempts = PaymentAttemptRow.lines(batch.batchId, 0, batch.lines).stream()
                .filter(a -> a.state.equals("open") && !revoked.contains(a.entitlementId))
                .toList();
        if (attempts.isEmpty()) {
            throw new RefusedException(Refusal.conflict("BATCH_SETTLED", "batchId", batch.batchId, null));
        }
        var payees = payees(batch.batchId, attempts);
        var missing = attempts.stream()
                .filter(a -> !payees.containsKey(wanted(a)))
                .map(a -> Integer.toString(a.line))
                .toList();
        if (!missing.isEmpty()) {
            throw new RefusedException(Refusal.conflict("PAYEE_MISSING", "lines", String.join(", ", missing), null));
        }
        var lines = new ArrayList<BankFile.Line>();
        for (var attempt : attempts) {
            var payee = payees.get(wanted(attempt));
            if (payee != null) {
                lines.add(new BankFile.Line(attempt, payee));
            }
        }
        var purpose = template.purposes().getOrDefault(batch.purpose, batch.purpose);
        var file = BankFile.write(template, lines, purpose, UUID.randomUUID().toString());
        var totalFen = attempts.stream().mapToLong(a -> a.amountFen).sum();
        return new Exported(file, digest(file), lines.size(), totalFen);
    }

    private static Wanted wanted(PaymentAttemptRow attempt) {
        return new Wanted(attempt.learnerId, attempt.payeeVersion);
    }

    private Map<Wanted, Payee> payees(String batchId, List<PaymentAttemptRow> attempts) {
        var wanted = attempts.stream().map(BatchExport::wanted).distinct().toList();
        var payees = new HashMap<Wanted, Payee>();
        try {
            var authorization = "Bearer "
                    + tokens.getTokens().await().atMost(TOKEN_PATIENCE).getAccessToken();
            for (var from = 0; from < wanted.size(); from += CHUNK) {
                var chunk = wanted.subList(from, Math.min(from + CHUNK, wanted.size()));
                client.payees(authorization, new PayeeRequest("payment-batch", batchId, chunk))
                        .forEach(payee -> payees.put(payee.wanted(), payee));
            }
        } catch (OidcClientException | WebApplicationException | ProcessingException e) {
            throw new AwayException(Refusal.conflict("VAULT_AWAY", "batchId", batchId, null), e);
        }
        return payees;
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
