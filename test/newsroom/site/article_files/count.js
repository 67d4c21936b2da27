window.taken = 1;
