/** The register of issuers over REST and as a read model. */
@NullMarked
package org.gongxue.creditbank.issuer.edge;

import org.jspecify.annotations.NullMarked;
