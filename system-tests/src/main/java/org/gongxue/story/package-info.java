/**
 * The story "1138, 2015–2017", played from outside: the driver knows the gateway's HTTP interface and the published
 * file formats, and nothing else. Every person, number and card in it is synthetic and marked 样例.
 */
@NullMarked
package org.gongxue.story;

import org.jspecify.annotations.NullMarked;
