package org.gongxue.enrollment.graduation.edge;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.enrollment.edge.BatchResult;
import org.gongxue.enrollment.edge.BatchResult.ItemResult;
import org.gongxue.enrollment.edge.Ids;
import org.gongxue.enrollment.edge.Scope;
import org.gongxue.enrollment.graduation.GraduationCommand.Settle;
import org.gongxue.enrollment.graduation.GraduationCommand.Source;
import org.gongxue.enrollment.vault.edge.Access;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Refusal;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.Problem;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.jspecify.annotations.Nullable;

/** Graduations pushed by universities' systems, judged by the same check as the rows of a file. */
@Path("graduations")
@RunOnVirtualThread
public class GraduationResource {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final EventLog<Object> log;
    private final Commands commands;
    private final Scope scope;
    private final Caller caller;
    private final IdentityCheck identities;

    GraduationResource(EventLog<Object> log, Commands commands, Scope scope, Caller caller, IdentityCheck identities) {
        this.log = log;
        this.commands = commands;
        this.scope = scope;
        this.caller = caller;
        this.identities = identities;
    }

    @POST
    @Consumes({"application/cloudevents+json", "application/cloudevents-batch+json"})
    @Operation(summary = "Graduations as CloudEvents (JSON), one or a batch of at most 500")
    @RolesAllowed(Roles.PARTNER_UNIVERSITY)
    public BatchResult graduations(
            byte[] body,
            @QueryParam("university") @Nullable @Pattern(regexp = Ids.SCHOOL_CODE) String university,
            HttpHeaders headers) {
        var universityId = scope.university(university);
        var locale = Caller.locale(headers.getAcceptableLanguages());
        var results = new ArrayList<Optional<ItemResult>>();
        var messages = new ArrayList<GraduationMessage>();
        var ordinals = new ArrayList<Integer>();
        for (var event : events(body)) {
            var ordinal = results.size();
            try {
                messages.add(GraduationMessage.read(event));
                ordinals.add(ordinal);
                results.add(Optional.empty());
            } catch (RefusedException e) {
                results.add(Optional.of(ItemResult.refused(ordinal, Problem.of(e.refusal(), locale))));
            }
        }
        var settled = settle(universityId, messages, ordinals, locale);
        for (var i = 0; i < settled.size(); i++) {
            results.set(ordinals.get(i), Optional.of(settled.get(i)));
        }
        return new BatchResult(results.stream().map(Optional::orElseThrow).toList());
    }

    private List<ItemResult> settle(
            String universityId, List<GraduationMessage> messages, List<Integer> ordinals, Locale locale) {
        var claims = identities.claims(
                new Rehearsal(log),
                universityId,
                messages.stream().map(GraduationMessage::graduate).toList(),
                new Access(caller.actor(), "graduation-message", ""));
        var settles = new ArrayList<Settle>();
        for (var i = 0; i < messages.size(); i++) {
            var source = new Source.Message(universityId, messages.get(i).id());
            settles.add(new Settle(source, universityId, claims.get(i)));
        }
        var outcomes = commands.submitAll(settles);
        var results = new ArrayList<ItemResult>();
        for (var i = 0; i < outcomes.size(); i++) {
            results.add(ItemResult.of(ordinals.get(i), outcomes.get(i), locale));
        }
        return results;
    }

    private static List<JsonNode> events(byte[] body) {
        try {
            var json = JSON.readTree(body);
            var events = new ArrayList<JsonNode>();
            if (json.isArray()) {
                json.forEach(events::add);
            } else {
                events.add(json);
            }
            if (events.size() > BatchResult.ITEMS_MAX) {
                throw new RefusedException(Refusal.invalid(
                        "TOO_MANY_ITEMS",
                        "items",
                        Integer.toString(events.size()),
                        Integer.toString(BatchResult.ITEMS_MAX)));
            }
            return events;
        } catch (IOException e) {
            throw new RefusedException(Refusal.invalid("JSON_UNREADABLE", null, null, null));
        }
    }
}
