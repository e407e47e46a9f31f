package org.gongxue.enrollment.edge;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gongxue.enrollment.EnrollmentCommand;
import org.gongxue.enrollment.EnrollmentDomain;
import org.gongxue.eventlog.Domain;
import org.gongxue.kit.boot.CatalogCodec;

/** The domain whose log the kit opens. */
class EnrollmentHouse {

    @Produces
    @Singleton
    Domain<EnrollmentCommand> domain() {
        return new EnrollmentDomain(new CatalogCodec());
    }
}
