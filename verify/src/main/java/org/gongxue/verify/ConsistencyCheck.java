package org.gongxue.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds checkpoints of earlier days against the pack's: the tree of then must be the beginning of the tree of now. */
final class ConsistencyCheck {

    private final Map<String, byte[]> files;
    private final PackCheck.Held held;
    private final Map<String, Checkpoint> checkpoints;
    private final Map<String, KeyHistory> keys;
    private final Findings findings;

    ConsistencyCheck(
            Map<String, byte[]> files,
            PackCheck.Held held,
            Map<String, Checkpoint> checkpoints,
            Map<String, KeyHistory> keys,
            Findings findings) {
        this.files = files;
        this.held = held;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.findings = findings;
    }

    void run() {
        var checked = new HashSet<String>();
        for (var note : held.notes()) {
            try {
                var old = Checkpoint.read(note);
                checked.add("consistency/" + old.service() + ".json");
                check(old, "your checkpoint of " + old.service() + ", size " + old.size());
            } catch (MalformedException e) {
                findings.wrong("your checkpoint", e.what());
            }
        }
        files.keySet().stream()
                .filter(name -> name.startsWith("consistency/") && !checked.contains(name))
                .forEach(name -> findings.unchecked(name, "to be checked with --since and the checkpoint you hold"));
    }

    private void check(Checkpoint old, String where) throws MalformedException {
        var now = checkpoints.get(old.service());
        var history = keys.get(old.service());
        if (now == null || history == null) {
            findings.unchecked(where, "the pack has no checkpoint of that log");
            return;
        }
        history.check(old, where, findings);
        if (old.size() == 0) {
            return;
        }
        var smaller = old.size() <= now.size() ? old : now;
        var greater = old.size() <= now.size() ? now : old;
        var proof = proof(old.service(), smaller.size(), greater.size());
        if (proof.isEmpty()) {
            findings.unchecked(
                    where,
                    "no proof of consistency from " + smaller.size() + " to " + greater.size()
                            + ": ask for the pack with since=" + old.size() + ", or give --proof");
        } else if (!Hashes.consistent(
                smaller.size(),
                smaller.root(),
                greater.size(),
                greater.root(),
                proof.get().hashes())) {
            findings.wrong(
                    where,
                    "the log was rewritten: it does not go on from there to size " + greater.size()
                            + "; what changed lies between this checkpoint and the one you hold before it");
        }
    }

    private Optional<Proof> proof(String service, long from, long to) throws MalformedException {
        if (from == to) {
            return Optional.of(new Proof(from, to, List.of()));
        }
        for (var bytes : held.proofs()) {
            var proof = Proof.readConsistency(bytes);
            if (proof.first() == from && proof.second() == to) {
                return Optional.of(proof);
            }
        }
        var inPack = files.get("consistency/" + service + ".json");
        return inPack == null
                ? Optional.empty()
                : Optional.of(Proof.readConsistency(inPack)).filter(p -> p.first() == from && p.second() == to);
    }
}
