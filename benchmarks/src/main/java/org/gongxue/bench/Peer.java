package org.gongxue.bench;

/** Who does the work. */
enum Peer {
    OURS("log.event") {
        @Override
        Contender open(Database database) {
            return new OurLog(database);
        }
    },
    AXON("DomainEventEntry") {
        @Override
        Contender open(Database database) {
            return new AxonLog(database);
        }
    },
    PEKKO("event_journal") {
        @Override
        Contender open(Database database) {
            return new PekkoLog(database);
        }
    },
    JDBC("log.event") {
        @Override
        Contender open(Database database) throws Exception {
            return new HandWrittenLog(database);
        }
    },
    HIBERNATE("log.event") {
        @Override
        Contender open(Database database) throws Exception {
            return new HibernateLog(database);
        }
    };

    private final String table;

    Peer(String table) {
        this.table = table;
    }

    /** Opens it on a database, which is empty or one that it was open on before. */
    abstract Contender open(Database database) throws Exception;

    /** How many events it keeps. */
    String count() {
        return "SELECT count(*) FROM " + table;
    }
}
