package org.gongxue.eventlog.tree;

/** The hashes of perfect subtrees, wherever they are kept: all that a root or a proof of any size is made of. */
@FunctionalInterface
public interface PerfectSubtrees {

    /**
     * The hash of one perfect subtree; 32 bytes.
     *
     * @param level its height: it spans 2<sup>level</sup> leaves; 0 is a leaf itself
     * @param number its place among those of its level, from 0
     */
    byte[] hash(int level, long number);
}
