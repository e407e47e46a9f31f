package org.gongxue.events.enrollment;

/** What an appointed person or machine does for an organization. */
public enum StaffRole {
    /** 工会干部 */
    UNION_OFFICER,
    /** 学校教务 */
    REGISTRAR,
    /** 学校的系统 */
    PARTNER_UNIVERSITY,
    /** 项目管理员 */
    ADMINISTRATOR,
    /** 财务 */
    FINANCE,
    /** 审计 */
    AUDITOR
}
