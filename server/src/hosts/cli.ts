process.stdout.write('The command line is not there yet.\n')
