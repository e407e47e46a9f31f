package org.gongxue.creditbank.conversionrule.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import org.gongxue.creditbank.conversionrule.RuleState;
import org.gongxue.events.creditbank.ConversionTerms;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A version of a conversion rule to be read; {@link ConversionRuleProjection} writes it. */
@Entity
@Immutable
@Table(name = "conversion_rule_version")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class ConversionRuleVersion extends PanacheEntityBase {

    /** How many versions one page shows. */
    static final int PAGE_SIZE = 100;

    /** Which version of which rule. */
    @Embeddable
    public record Key(
            @Column(name = "rule_id") String ruleId,
            @Column(name = "rule_version") int ruleVersion) {}

    @EmbeddedId
    public Key key;

    @Column(name = "program_id")
    public String programId;

    @Enumerated(EnumType.STRING)
    public RuleState state;

    @JdbcTypeCode(SqlTypes.JSON)
    public ConversionTerms terms;

    /** The versions after a cursor {@code ruleId:version}, by rule and version, of one program or of all. */
    static List<ConversionRuleVersion> after(
            @Nullable String cursor, @Nullable String programId, boolean withProposals) {
        var colon = cursor == null ? -1 : cursor.lastIndexOf(':');
        var ruleId = cursor == null ? "" : cursor.substring(0, colon);
        var version = cursor == null ? 0 : Integer.parseInt(cursor.substring(colon + 1));
        var states = withProposals ? List.of(RuleState.PROPOSED, RuleState.PUBLISHED) : List.of(RuleState.PUBLISHED);
        return ConversionRuleVersion.<ConversionRuleVersion>find(
                        "(key.ruleId > ?1 or (key.ruleId = ?1 and key.ruleVersion > ?2)) and state in ?3"
                                + " and (?4 = '' or programId = ?4) order by key.ruleId, key.ruleVersion",
                        ruleId,
                        version,
                        states,
                        programId == null ? "" : programId)
                .range(0, PAGE_SIZE - 1)
                .list();
    }
}
