/**
 * The only door: serves the portal, signs people in, checks who calls and passes API calls on to the services. It decides nothing
 * about learning or money and has no database.
 */
@NullMarked
package org.gongxue.gateway;

import org.jspecify.annotations.NullMarked;
