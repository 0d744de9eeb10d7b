-- After a restore, before the portal starts: what still waited when the dump was made may have left since, from the server
-- that was lost. Nothing of it leaves by itself: it moves to /admin/messages, « abandonnés », where staff send again, one by
-- one, what did not arrive.
update outbox_messages
set state = 'Dead', last_error = U&'Restauré d’une sauvegarde\00A0: ce message est peut-être déjà parti. Ne le renvoyez que s’il n’est pas arrivé.'
where state = 'Pending';
