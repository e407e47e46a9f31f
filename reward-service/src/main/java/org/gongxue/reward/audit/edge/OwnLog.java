package org.gongxue.reward.audit.edge;

import java.util.Base64;
import java.util.List;
import org.gongxue.eventlog.Envelope;
import org.gongxue.eventlog.LogTree;
import org.gongxue.eventlog.LoggedKey;

/**
 * This service's own log.
 *
 * @param signing has a checkpoint signed without waiting for its time
 */
record OwnLog(LogTree tree, Runnable signing) implements LogSource {

    @Override
    public String checkpoint() {
        return tree.checkpoint().orElse("");
    }

    @Override
    public void hasten() {
        signing.run();
    }

    @Override
    public Envelope event(long index) {
        return tree.entries(index, 1).getFirst();
    }

    @Override
    public List<Long> keys() {
        return tree.keys().stream().map(LoggedKey::index).toList();
    }

    @Override
    public List<String> inclusion(long index, long size) {
        return base64(tree.inclusion(index, size).hashes());
    }

    @Override
    public List<String> consistency(long from, long to) {
        return base64(tree.consistency(from, to).hashes());
    }

    private static List<String> base64(List<byte[]> hashes) {
        return hashes.stream().map(Base64.getEncoder()::encodeToString).toList();
    }
}
