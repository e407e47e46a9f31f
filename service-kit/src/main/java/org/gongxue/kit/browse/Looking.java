package org.gongxue.kit.browse;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.gongxue.eventlog.Looks;
import org.gongxue.kit.door.Caller;
import org.jspecify.annotations.Nullable;

/** Writes down which learners' events the caller is about to see; administrators are no exception (invariant 10). */
@RequestScoped
class Looking {

    private static final String LEARNER_PREFIX = "L-";

    private final Looks looks;
    private final Caller caller;
    private final UriInfo uri;

    Looking(DataSource dataSource, Caller caller, UriInfo uri) {
        this.looks = new Looks(dataSource);
        this.caller = caller;
        this.uri = uri;
    }

    /** A list of the events of a learner, or of a learner's stream. */
    void atEventsOf(@Nullable String learner, @Nullable String stream) {
        var learners = new TreeSet<String>();
        if (learner != null) {
            learners.add(learner);
        }
        if (stream != null) {
            addLearner(learners, stream);
        }
        note(learners);
    }

    /** One event with its data. */
    void at(String stream, JsonNode data) {
        var learners = new TreeSet<>(data.findValuesAsText("learnerId"));
        addLearner(learners, stream);
        note(learners);
    }

    /** A stream of a learner's bears the learner's id, whatever its kind. */
    private static void addLearner(Set<String> learners, String stream) {
        var id = stream.substring(stream.indexOf('/') + 1);
        if (id.startsWith(LEARNER_PREFIX)) {
            learners.add(id);
        }
    }

    private void note(Set<String> learners) {
        var asked = uri.getRequestUri();
        looks.note(
                caller.actor(),
                learners,
                asked.getRawQuery() == null ? asked.getRawPath() : asked.getRawPath() + "?" + asked.getRawQuery());
    }
}
