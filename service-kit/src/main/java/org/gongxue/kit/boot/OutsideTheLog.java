package org.gongxue.kit.boot;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that a service keeps beside its log, since events must not hold it. No topic gives it back: after a restored
 * backup, what came since is gone and somebody has to be asked again. A service produces one bean for each.
 *
 * @param what what it is, in the plural, and what the ids name, such as {@code identities, by learner}
 * @param missing a query for the ids that the log knows and for which nothing is kept
 */
public record OutsideTheLog(String what, String missing) {

    List<String> missing(Connection c) throws SQLException {
        try (var s = c.createStatement();
                var row = s.executeQuery(missing)) {
            var ids = new ArrayList<String>();
            while (row.next()) {
                ids.add(row.getString(1));
            }
            return ids;
        }
    }
}
