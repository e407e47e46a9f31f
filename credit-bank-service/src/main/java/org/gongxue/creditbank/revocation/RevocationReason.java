package org.gongxue.creditbank.revocation;

/** Why a recognised outcome is revoked. */
public enum RevocationReason {
    /** 证书虚假. */
    FALSE_CERTIFICATE(false),
    /** 颁发机构撤回. */
    WITHDRAWN_BY_ISSUER(false),
    /** 登记到了别人名下. */
    WRONG_LEARNER(true),
    /** 登记内容有误. */
    WRONG_ENTRY(true);

    private final boolean releasesCertificate;

    RevocationReason(boolean releasesCertificate) {
        this.releasesCertificate = releasesCertificate;
    }

    /** Whether the certificate itself is sound, so that it may be deposited again, correctly. */
    public boolean releasesCertificate() {
        return releasesCertificate;
    }
}
