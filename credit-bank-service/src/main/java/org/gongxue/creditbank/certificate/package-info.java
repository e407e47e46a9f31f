/** 证书: how a skill certificate's number reads, and that one certificate stands for one outcome. */
@NullMarked
package org.gongxue.creditbank.certificate;

import org.jspecify.annotations.NullMarked;
