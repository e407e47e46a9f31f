package org.gongxue.enrollment.admission.edge;

import jakarta.inject.Singleton;
import org.gongxue.enrollment.admission.IntakeCommand.PromoteNext;
import org.gongxue.enrollment.edge.ChoreProjection;
import org.gongxue.enrollment.edge.Chores.Chore;
import org.gongxue.enrollment.edge.SelfCommands;

/** A place given up in time goes to the next on the waitlist, by one recorded command. */
@Singleton
class WhenAPlaceIsFreedThenTheNextFollows implements Chore {

    private final SelfCommands self;

    WhenAPlaceIsFreedThenTheNextFollows(SelfCommands self) {
        this.self = self;
    }

    @Override
    public String kind() {
        return ChoreProjection.PROMOTE;
    }

    @Override
    public void carryOut(String freedPlace) {
        var parts = freedPlace.split(":", 3);
        self.submit("promote/" + freedPlace, new PromoteNext(parts[0], parts[1]))
                .join();
    }
}
