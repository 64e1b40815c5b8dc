-- expect: tables 4, columns 14, keys 4, uniques 0, references 4, checks 1, indexes 2
CREATE TABLE `rooms` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text(80) NOT NULL,
	`is_private` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE [room members] (
	[room] text NOT NULL,
	[user] text NOT NULL,
	`joined` integer DEFAULT (strftime('%s','now')),
	PRIMARY KEY(`room`, [user]),
	FOREIGN KEY (`room`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY ([user]) REFERENCES "chat users"(id)
);
--> statement-breakpoint
CREATE TABLE "chat users" (id text primary key not null, 'nick' text not null, avatar blob);
CREATE TABLE `messages` (
	`id` integer PRIMARY KEY AUTOINCREMENT,
	`room` text NOT NULL,
	`sender` text,
	`body` text NOT NULL,
	`sent` integer NOT NULL,
	FOREIGN KEY (`room`) REFERENCES `rooms`(`id`) ON DELETE cascade,
	FOREIGN KEY (`sender`) REFERENCES `chat users`(`id`) ON DELETE set null,
	CONSTRAINT `not_blank` CHECK(length(trim(`body`)) > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rooms_name_unique` ON `rooms` (`name`);--> statement-breakpoint
CREATE INDEX `messages_room_sent` ON `messages` (`room`,`sent` desc);
