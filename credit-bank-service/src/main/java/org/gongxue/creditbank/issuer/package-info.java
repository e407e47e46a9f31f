/** 颁发机构: the register of bodies that may issue certificates, with what they may issue and when. */
@NullMarked
package org.gongxue.creditbank.issuer;

import org.jspecify.annotations.NullMarked;
