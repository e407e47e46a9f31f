package org.gongxue.eventlog;

import java.util.List;
import java.util.OptionalLong;

/** The inputs that wait, as the decision in progress sees them. */
interface ParkedInputs {

    void add(Parked parked);

    /** It stays, for another reason. */
    void keep(Parked parked, Hindrance why);

    /** They wait no more; all are the oldest of one line. */
    void remove(List<Parked> gone);

    /** The oldest that wait in a line, oldest first. */
    List<Parked> oldest(String subject, int countMax);

    /** {@link Parked#parkedIndex} of the first in a line, if any waits. */
    OptionalLong first(String subject);

    /** The other lines whose first waits behind this one, in the order of those first. */
    List<String> linesBehind(String subject);
}
