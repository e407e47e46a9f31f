package org.gongxue.kit.door;

/** The realm roles, for {@code @RolesAllowed}. */
public final class Roles {

    /** 学员. */
    public static final String LEARNER = "learner";
    /** 工会干部, of whatever unit: the unit is a fact of the log. */
    public static final String UNION_OFFICER = "union-officer";
    /** 学校教务. */
    public static final String REGISTRAR = "registrar";
    /** A university's own system. */
    public static final String PARTNER_UNIVERSITY = "partner-university";
    /** 项目管理员. */
    public static final String ADMINISTRATOR = "administrator";
    /** 财务. */
    public static final String FINANCE = "finance";
    /** 审计. */
    public static final String AUDITOR = "auditor";
    /** The reward service when it fetches payees for a batch. */
    public static final String PAYEE_READER = "payee-reader";

    private Roles() {}
}
