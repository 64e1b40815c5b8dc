-- expect: tables 5, columns 22, keys 5, uniques 3, references 6, checks 1, indexes 4
CREATE TABLE member (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    login       VARCHAR(40)  NOT NULL,
    mail        VARCHAR(120) NOT NULL,
    reputation  INT          NOT NULL DEFAULT 1,
    CONSTRAINT pk_member PRIMARY KEY (id),
    CONSTRAINT uq_member_login UNIQUE (login),
    CONSTRAINT uq_member_mail UNIQUE KEY (mail),
    CONSTRAINT ck_reputation CHECK (reputation >= 0) NOT ENFORCED
) ENGINE = InnoDB;

CREATE TABLE board (
    id       SMALLINT UNSIGNED AUTO_INCREMENT,
    slug     VARCHAR(60) NOT NULL,
    `rank`   INT DEFAULT NULL,
    PRIMARY KEY (id),
    UNIQUE (slug)
) ENGINE = InnoDB;

CREATE TABLE thread (
    id        BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    board_id  SMALLINT UNSIGNED NOT NULL,
    author_id BIGINT,
    subject   VARCHAR(200) NOT NULL,
    sticky    BIT(1) NOT NULL DEFAULT b'0',
    bumped_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    INDEX ix_thread_board (board_id, sticky, bumped_at DESC),
    CONSTRAINT fk_thread_board FOREIGN KEY (board_id) REFERENCES board (id),
    CONSTRAINT fk_thread_author FOREIGN KEY (author_id) REFERENCES member (id) ON DELETE SET NULL
) ENGINE = InnoDB;

CREATE TABLE reply (
    thread_id BIGINT NOT NULL,
    nr        INT UNSIGNED NOT NULL,
    author_id BIGINT NULL,
    body      TEXT NOT NULL,
    posted_at DATETIME NOT NULL,
    PRIMARY KEY (thread_id, nr),
    FULLTEXT (body),
    KEY (author_id, posted_at),
    FOREIGN KEY (thread_id) REFERENCES thread (id) ON DELETE CASCADE,
    FOREIGN KEY (author_id) REFERENCES member (id)
) ENGINE = InnoDB;

CREATE TABLE vote (
    thread_id BIGINT NOT NULL,
    nr INT UNSIGNED NOT NULL,
    member_id BIGINT NOT NULL REFERENCES member (id),
    value TINYINT NOT NULL,
    PRIMARY KEY (thread_id, nr, member_id),
    FOREIGN KEY (thread_id, nr) REFERENCES reply (thread_id, nr) ON DELETE CASCADE
) ENGINE = InnoDB;
CREATE INDEX ix_vote_member ON vote (member_id) ALGORITHM = INPLACE LOCK = NONE;
