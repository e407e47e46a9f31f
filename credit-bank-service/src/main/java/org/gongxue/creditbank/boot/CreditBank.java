package org.gongxue.creditbank.boot;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gongxue.creditbank.CreditBankCommand;
import org.gongxue.creditbank.CreditBankDomain;
import org.gongxue.eventlog.Domain;
import org.gongxue.kit.boot.CatalogCodec;

/** The domain whose log the kit opens. */
class CreditBank {

    @Produces
    @Singleton
    Domain<CreditBankCommand> domain() {
        return new CreditBankDomain(new CatalogCodec());
    }
}
