-- Which card each version of a payee account is: a payment is made to the version it was approved for.
CREATE TABLE learner_account (
    learner_id text NOT NULL,
    version integer NOT NULL,
    account_token text NOT NULL,
    PRIMARY KEY (learner_id, version)
);
