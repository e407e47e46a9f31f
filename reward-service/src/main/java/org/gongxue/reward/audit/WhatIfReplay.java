package org.gongxue.reward.audit;

import org.gongxue.eventlog.Deed;
import org.gongxue.eventlog.Retelling;
import org.gongxue.eventlog.ToldStreams;
import org.gongxue.reward.RewardDomain;
import org.gongxue.reward.ledger.Ledger;

/** Tells the whole log to a {@link WhatIf}. Nothing is compared with the live service: no such ledger lives. */
public final class WhatIfReplay {

    private final OrderedReplay events;
    private final Findings findings = new Findings();
    private final WhatIf whatIf;
    private final Retelling retelling;

    /** Nothing is told yet. */
    public WhatIfReplay(OrderedReplay events, RewardDomain domain, ToldStreams streams, WhatIf.Question question) {
        this.events = events;
        this.whatIf = new WhatIf(question);
        this.retelling = new Retelling(
                domain,
                streams,
                this::hear,
                finding -> findings.add(
                        new Difference(finding.what(), finding.index(), finding.recorded(), finding.decided())));
    }

    private void hear(Deed deed, Retelling before) {
        try {
            whatIf.hear(deed, before);
        } catch (RuntimeException e) { // a log that is damaged here
            findings.add(new Difference("facts at " + deed.cause(), deed.lastIndex(), "assessed", e.toString()));
        }
    }

    /** Tells, in the calling thread, until every partition has been read to its end. */
    public void tell() throws InterruptedException {
        Redeciding.tell(events, retelling);
    }

    /** What was wrong with the log itself, and the funds as they are. */
    public ReplayFold.Result conclude() {
        var whole = events.completeness();
        var all = whole.findings();
        all.addAll(findings);
        return new ReplayFold.Result(
                whole.verdict(),
                whole.missing(),
                whole.gaps(),
                all.count(),
                all.inOrder(),
                Redeciding.lines(Tellings.of(retelling, Ledger.FUND)),
                0);
    }

    /** What the other policy would have given. */
    public WhatIfResult result() {
        return whatIf.result(retelling);
    }
}
