package org.gongxue.creditbank;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.NewEvent;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.View;

/** An event of the enrollment service becomes a fact here, on every stream it informs. */
record KeepFact(List<StreamId> informs) implements CreditBankCommand {

    @Override
    public SequencedSet<StreamId> reads() {
        return new LinkedHashSet<>(informs);
    }

    @Override
    public Decision decide(View view) {
        return Decision.accepted(informs.stream().map(NewEvent::input).toList());
    }
}
