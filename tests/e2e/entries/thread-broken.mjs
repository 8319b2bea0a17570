throw new Error('the thread did not come up')
