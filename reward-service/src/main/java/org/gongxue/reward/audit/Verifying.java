package org.gongxue.reward.audit;

import java.util.Base64;
import java.util.List;
import org.gongxue.eventlog.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * 完整性核验: every event is there, in its place and what its hash says, and the tree over all of them is the one of a
 * checkpoint that was kept outside (invariants 2 and 8). Understands no event, so it needs no live values. What could not
 * be checked makes it incomplete.
 */
public final class Verifying {

    private final OrderedReplay events;
    private final String service;
    private final @Nullable HeldCheckpoint held;
    private final GrowingRoot tree = new GrowingRoot();
    private final Findings findings = new Findings();
    private boolean broken;
    private byte @Nullable [] rootThen;

    /** @param held a checkpoint to hold the log against; null for none */
    public Verifying(OrderedReplay events, String service, @Nullable HeldCheckpoint held) {
        this.events = events;
        this.service = service;
        this.held = held;
    }

    /** Verifies, in the calling thread, until every partition has been read to its end. */
    public void verify() throws InterruptedException {
        note();
        events.tell(heard -> {
            var index = heard.envelope().index();
            if (index == tree.size() + 1) {
                tree.add(Leaf.of(heard.envelope()));
                note();
            } else if (index > tree.size()) {
                broken = true; // over a gap there is no tree
            }
        });
        if (held != null) {
            compare(held, rootThen);
        }
    }

    private void note() {
        if (held != null && tree.size() == held.checkpoint().size()) {
            rootThen = tree.root();
        }
    }

    /** What it found, once every partition has been read. */
    public ReplayFold.Result conclude() {
        var whole = events.completeness();
        var all = whole.findings();
        all.addAll(findings);
        var reached = held == null || rootThen != null;
        return new ReplayFold.Result(
                Verdict.of(whole.gaps().isEmpty() && reached, all.count() == 0),
                whole.missing(),
                whole.gaps(),
                all.count(),
                all.inOrder(),
                List.of(),
                0);
    }

    private void compare(HeldCheckpoint kept, byte @Nullable [] root) {
        var checkpoint = kept.checkpoint();
        var what = "checkpoint " + checkpoint.size();
        if (!kept.signed()) {
            findings.add(new Difference(
                    what + " signature", checkpoint.size(), "signed by " + kept.keyName(), "not signed by that key"));
        }
        LedgerComparison.compare(what + " service", checkpoint.size(), checkpoint.service(), service, findings);
        if (root != null) {
            var base64 = Base64.getEncoder();
            LedgerComparison.compare(
                    what + " root",
                    checkpoint.size(),
                    base64.encodeToString(checkpoint.root()),
                    base64.encodeToString(root),
                    findings);
        }
    }

    /** The tree over all events; null if some were missing. */
    public @Nullable TreeHead head() {
        return broken ? null : new TreeHead(tree.size(), Base64.getEncoder().encodeToString(tree.root()));
    }
}
